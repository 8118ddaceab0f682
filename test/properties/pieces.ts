import { review, type Review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import type { Rubric } from '../../server/src/rubric/index.js';
import { parseStory } from '../../server/src/story/index.js';
import { fail } from '../fuzz/target.js';

const CR = /\r\n|\r/g;

/** A text's review, with the built-in rubric unless another is given. */
export function reviewOf(text: string, rubric: Rubric = builtinRubric()): Review {
  return review(parseStory(text), rubric);
}

/** Everything a review points at, each piece as the text that stands there, whatever ends its lines. */
export function pieces(text: string, { tellings }: Review = reviewOf(text)): string[] {
  return tellings.flatMap(({ telling, findings, beats, timing }) => {
    const at = ({ start, end }: { start: number; end: number }): string => text.slice(start, end).replace(CR, '\n');
    const sentences = telling.sections.flatMap((section) => section.sentences);
    return [
      ...sentences.map((sentence) => `sentence ${at(sentence)}`),
      ...sentences.flatMap(({ tokens }) => tokens.map((token) => `${token.word} ${token.classes} ${at(token)}`)),
      ...findings.map((finding) => `${finding.severity} ${finding.rule} ${finding.message} ${at(finding.range)}`),
      ...beats.flatMap(({ id, present, evidence }) => [`${id} ${present}`, ...evidence.map(({ range }) => `evidence ${at(range)}`)]),
      `${timing.words} words, ${timing.seconds} s`,
    ];
  });
}

/** Fails with the first difference of two lists. */
export function expectSame(found: readonly string[], wanted: readonly string[], what: string): void {
  const at = wanted.findIndex((piece, index) => piece !== found[index]);
  if (at >= 0 || found.length !== wanted.length) fail(`${what}: ${JSON.stringify(wanted[at < 0 ? found.length : at] ?? 'nothing')} became ${JSON.stringify(found[at < 0 ? wanted.length : at] ?? 'nothing')}`);
}
