import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { builtinRubric } from '../../server/src/rubric/builtin.js';

interface Count {
  readonly findings: number;
  readonly right: number;
  readonly silent?: number;
}

const { beats, phrases, checks, profiles, shapes } = builtinRubric().data;
const reviewed: Record<string, Count> = parse(readFileSync(new URL('../../rubrics/reviewed.yaml', import.meta.url), 'utf8'));

/** Measures that count or compare what is there for all to see, and cannot misjudge a sentence. */
const COUNTED = ['section-missing', 'section-empty', 'section-order', 'section-twice', 'section-sentences', 'section-share', 'story-seconds', 'unfilled-slots', 'undivided', 'not-a-story', 'not-read', 'other-language', 'front-matter', 'names', 'question-kind', 'confidential-terms', 'framings-alike', 'metric-sources', 'suppression'];

/** Finding codes that a story can get without anybody having asked for them, and that judge what it says. */
const judgingAndOn = [
  ...beats.flatMap(({ id, gaps }) => gaps.filter(({ severity, ownSeverity }) => severity !== 'off' && (ownSeverity || isAsked(id))).map(({ code }) => code)),
  ...phrases.filter(({ severity }) => severity !== 'off').map(({ code }) => code),
  ...checks.filter(({ severity, measure, count }) => severity !== 'off' && (!COUNTED.includes(measure) || count?.patterns !== undefined)).map(({ code }) => code),
];

function isAsked(beat: string): boolean {
  return [...profiles.filter(({ id }) => id === 'balanced'), ...shapes].some((asking) => (asking.beats[beat] ?? 'off') !== 'off');
}

/** So many stories without a false alarm let a phrase speak that its source names and nobody was heard to say. */
const SILENT = 200;

test.each(judgingAndOn)('%s is on because nine in ten of its findings were right', (code) => {
  const count = reviewed[code];
  expect(count, `nobody has read findings of ${code}`).toBeDefined();
  if (count!.findings === 0) expect(count!.silent).toBeGreaterThanOrEqual(SILENT);
  else expect(count!.right / count!.findings).toBeGreaterThanOrEqual(0.9);
});

test('what was reviewed exists', () => {
  const codes = [...beats.flatMap(({ gaps }) => gaps), ...phrases, ...checks].map(({ code }) => code);
  expect(Object.keys(reviewed).filter((code) => !codes.includes(code))).toEqual([]);
});
