import type { Roll } from './roll.js';
import { pick } from './roll.js';

/** What is typed, pasted and deleted: letters, and all that can change how the rest of a text is read. */
const TYPED = [
  'e', ' ', '.', ',', 'I ', "n't", '\n', '\n', '\n\n', '\r\n', '\r', '  ', '\t', '😀', '\ud83d', 'é', '我们', '“', '"', '\u00a0', '\u2028', '\ufeff',
  '```\n', '```', '~~~\n', '`', '**', '*', '_', '[', ']', '[slot]', '[a]: /b\n', '[a]', '\n> ', '\n- ', '\n1. ', '    ', '<!-- ', ' -->', '<div>', '\n</pre>\n', '&amp;', '\\',
  '---\n', '---\nstar: true\n---\n', 'status: draft\n', '\n## Action\n', '\n## Result\n', '**Situation:** ', 'S: ', '## Framing: for a bank\n\n## Action\nI led it.\n', '\n## Notes\n', '<!-- star-disable no-metric -->\n', '<!-- star-enable -->\n',
  '40 %', '503 errors', ' The root cause was a stale cache. ', ' I considered replicas, but chose the index because it was reversible. ', 'https://wiki.internal/x', '$5',
  '-----BEGIN RSA PRIVATE KEY-----\n', ' account\n', '123456789012', '+49 170 5550123', 'ops@\u200bledger-db-03.corp.test',
];

/** One thing that a person does to a text: a key, a paste of a few words from somewhere in it, or a deletion. */
export function edited(text: string, roll: Roll): string {
  const at = roll(text.length + 1);
  const kind = roll(10);
  if (kind < 6) return text.slice(0, at) + pick(roll, TYPED) + text.slice(at);
  if (kind < 8) return text.slice(0, at) + text.slice(at + 1 + roll(kind === 6 ? 3 : 200));
  const from = roll(text.length + 1);
  return text.slice(0, at) + text.slice(from, from + roll(300)) + text.slice(at);
}

/** What turns up in texts that came a long way: marks nobody sees, halves of letters, ends of lines of other machines. */
const STRANGE = ['\0', '\u200b', '\u200d', '\u00ad', '\u0301', '\u202e', '\u2029', '\u0085', '\v', '\f', '\udc00', '\ud83d\ude00', '👩‍🚒', '\ufeff', '\ufffd', '\u1e9e', 'İ', 'ﬀ', '\u{10ffff}', '\u001b[31m', '-1', '1e999', '__proto__', 'constructor', 'null', '%00', '${x}', '{{x}}'];

/** A text after a few edits, strange ones among them, and now and then with a piece of another one or other line endings. */
export function mutated(text: string, others: readonly string[], roll: Roll): string {
  let result = text.slice(0, 6000);
  for (let edits = roll(4); edits >= 0; edits--) {
    const kind = roll(12);
    const at = roll(result.length + 1);
    if (kind < 7) result = edited(result, roll);
    else if (kind < 9) result = result.slice(0, at) + pick(roll, STRANGE) + result.slice(at);
    else if (kind === 9 && others.length > 0) result = spliced(result, pick(roll, others), roll);
    else if (kind === 10) result = withoutLine(result, roll);
    else result = result.slice(0, at) + pick(roll, STRANGE).repeat(1 + roll(40)) + result.slice(at);
  }
  const ending = roll(12);
  return ending > 3 ? result : result.replace(/\r\n|\r|\n/g, ['\r\n', '\r', '\n', '\u2028'][ending]!);
}

function spliced(text: string, other: string, roll: Roll): string {
  const [at, from] = [roll(text.length + 1), roll(other.length + 1)];
  return text.slice(0, at) + other.slice(from, from + roll(600)) + (roll(2) === 0 ? text.slice(at) : '');
}

function withoutLine(text: string, roll: Roll): string {
  const lines = text.split('\n');
  lines.splice(roll(lines.length), 1 + roll(2), ...(roll(2) === 0 ? [] : [pick(roll, lines)]));
  return lines.join('\n');
}
