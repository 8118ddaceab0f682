import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { SHAPES } from '../torture/shapes.js';
import { awkwardLines, jumble } from './awkward.js';
import { edited, mutated } from './edits.js';
import { frontMatter } from './frontMatters.js';
import { many, pick, type Roll } from './roll.js';

const { data } = builtinRubric();

/** What the rubric gives as examples of what to write and what not: sentences of every kind it hears. */
const SAID: readonly string[] = [
  ...data.beats.flatMap(({ examples }) => [...examples.heard, ...examples.missed]),
  ...data.phrases.flatMap(({ examples }) => [...examples.fires, ...examples.silent]),
  ...data.templates.map(({ text }) => text.trim().slice(0, 300)),
];

/** Words that are kept out of a room. */
export const NAMED = ['10.11.12.13', 'ana@harbour-lane.example', 'https://wiki.harbour.internal/x_y', 'AKIAABCDEFGHIJKLMNOP', 'Harbour Lane', 'prod-db-07.eu.harbour.internal', 'ghp_0123456789abcdefghijABCDEFGHIJ012345', '+49 30 1234567', '/home/ana/notes.md', 'fe80::1', 'arn:aws:s3:::harbour-photos'];

const WORDS = ['Situation', 'Task', 'Action', 'Result', 'Learning', 'Context', 'My role', 'Impact', 'Outcome', 'Root cause', 'Tradeoff', 'Prevention', 'Notes', 'Follow-ups', 'Cues', 'Do not claim', 'Framing: for a bank', 'S', 'T', 'A', 'R', 'L', 'Action 2', 'Result and learning', 'Situation & Task'];

/** A label as people write it, and stranger. */
function label(roll: Roll): string {
  const word = pick(roll, WORDS);
  const forms = [`## ${word}\n\n`, `### ${word}\n`, `**${word}:** `, `**${word}**: `, `${word}: `, `${word.toUpperCase()} (30 seconds)\n\n`, `- **${word}:** `, `> **${word}:** `, `${word}\n---\n\n`, `## 🎯 ${word} ##\n`, `1. **${word}** — `, `| ${word} | `, `**${word}.** `, `### **${word.charAt(0)} - ${word}**\n`, `- ${word}: `];
  return pick(roll, forms);
}

const COMMENT_FORMS = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable', 'disabled', 'disable-'];

/** A comment that silences findings, or nearly one. */
export function suppression(roll: Roll): string {
  const code = (): string => (roll(3) === 0 ? edited(pick(roll, CODES), roll) : pick(roll, CODES));
  const codes = many(roll, 0, 3, () => code() + pick(roll, [' ', ', ', ',', '\n', '\t']));
  const reason = pick(roll, ['', '', '-- why', ' -- ', '--', '-- a -- b', '—why']);
  const comment = `<!--${pick(roll, [' ', ' ', '', '\n', '\u00a0'])}star-${pick(roll, COMMENT_FORMS)} ${codes}${reason} ${pick(roll, ['-->', '-->', '-->', '--', '->', '--!>', ''])}`;
  return pick(roll, ['', '\n', '\n\n', ' ']) + comment + pick(roll, ['\n', ' ', '\n\n', '']);
}

const CODES = builtinRubric().codes();

/** One thing that stands in a story. */
function part(roll: Roll): string {
  const kind = roll(24);
  if (kind < 6) return pick(roll, ['\n', '\n\n', '']) + label(roll);
  if (kind < 14) return pick(roll, SAID) + pick(roll, [' ', ' ', '\n', '\n\n']);
  if (kind < 16) return awkwardLines(roll);
  if (kind === 16) return jumble(roll);
  if (kind === 17) return suppression(roll);
  if (kind === 18) return `${pick(roll, ['We told', 'I asked', 'It ran on', 'See', '**', '`', '[', '<'])} ${pick(roll, NAMED)}${pick(roll, ['.', ' ', '**', '`', '](x)', '>', '\n'])}`;
  if (kind === 19) return pick(roll, ['\n- ', '\n  - ', '\n1. ', '\n> ', '\n\t', '\n    ', '\n```\n', '| a | b |\n|---|---|\n', '\n\n---\n\n', '<details>\n', '\\\n']);
  if (kind === 20) return pick(roll, ['from 40 to 4 %', 'about 1,200 ms', 'p99 3.5 s', 'XX%', '[number] pages', '{{slot}}', 'TODO', 'TBD', '2 a.m.', '3x', '$12k', '½', '1e9', '−4', '10–20']) + ' ';
  if (kind === 21) return edited(pick(roll, SAID), roll);
  if (kind === 22) return pick(roll, ['Wir haben die Warteschlange repariert und den Fehler gefunden. ', '我们修复了队列。', 'Мы починили очередь. ', 'مشكلة ', '👩‍👩‍👧 ', 'e\u0301\u0323 ']);
  return shape(roll);
}

function shape(roll: Roll): string {
  return pick(roll, Object.values(SHAPES))(20 + roll(200));
}

/** A story by its grammar: front matter now and then, labels, sentences the rubric hears, and what is awkward between them. */
export function storyText(roll: Roll): string {
  const front = roll(4) === 0 ? frontMatter(roll) : '';
  const title = roll(3) === 0 ? `# ${edited('The queue that never emptied', roll)}\n\n` : '';
  const text = front + title + many(roll, 1, 9, () => part(roll));
  return roll(3) === 0 ? text.replace(/\r\n|\r|\n/g, pick(roll, ['\r\n', '\r'])) : text;
}

/** A story by its grammar, or one that was saved, after some edits. */
export function anyStory(roll: Roll, saved: readonly string[]): string {
  return saved.length > 0 && roll(2) === 0 ? mutated(pick(roll, saved), saved, roll) : storyText(roll);
}
