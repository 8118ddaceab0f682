import { review } from '../review/index.js';
import type { Beat, Check, Phrase, Rubric } from '../rubric/index.js';
import { parseStory, type Role } from '../story/index.js';
import type { KindName } from './kinds.js';
import type { KeyPath } from './sourceFile.js';

/** An example of a rubric that does not do what its file says. */
export interface FailedExample {
  readonly kind: KindName;
  readonly id: string;
  readonly keys: KeyPath;
  readonly message: string;
}

/** What to expect of one example. */
interface Example {
  readonly kind: KindName;
  readonly id: string;
  readonly keys: KeyPath;
  readonly holds: () => boolean;
  readonly otherwise: string;
}

/** How many examples a rubric has, and those that fail; `only` picks things by `kind/id`. */
export function runExamples(rubric: Rubric, only: (thing: string) => boolean = () => true): { count: number; failed: FailedExample[] } {
  const { beats, phrases, checks } = rubric.data;
  const examples = [
    ...beats.filter(({ id }) => only(`beats/${id}`)).flatMap((beat) => ofBeat(rubric, beat)),
    ...phrases.filter(({ code }) => only(`phrases/${code}`)).flatMap((phrase) => ofPhrase(rubric, phrase)),
    ...checks.filter(({ code }) => only(`checks/${code}`)).flatMap((check) => ofCheck(rubric, check)),
  ];
  return { count: examples.length, failed: examples.filter(({ holds }) => !holds()).map(({ kind, id, keys, otherwise }) => ({ kind, id, keys, message: otherwise })) };
}

function ofBeat(rubric: Rubric, beat: Beat): Example[] {
  const told = (text: string) => reviewOf(rubric, under(beat.section, text)).beats.find(({ id }) => id === beat.id)!;
  const of = { kind: 'beats' as const, id: beat.id };
  const template = rubric.template(beat.fill);
  return [
    ...beat.examples.heard.map((text, index) => ({ ...of, keys: ['examples', 'heard', index], holds: () => told(text).present, otherwise: 'This should be heard, and is not.' })),
    ...beat.examples.missed.map((text, index) => ({ ...of, keys: ['examples', 'missed', index], holds: () => !told(text).present, otherwise: 'This should not be heard, and is.' })),
    ...(template ? [{ ...of, keys: ['fill'], holds: () => isDraft(told(template.text)), otherwise: `The fill-in sentence "${template.id}" does not say this beat, even when it is filled in.` }] : []),
  ];
}

function isDraft({ drafted, present }: { readonly drafted: boolean; readonly present: boolean }): boolean {
  return drafted && !present;
}

function ofPhrase(rubric: Rubric, phrase: Phrase): Example[] {
  const role = phrase.cues[0]!.in?.[0] ?? 'action';
  return firing(rubric, 'phrases', phrase, (text) => under(role, text, phrase.shapes));
}

function ofCheck(rubric: Rubric, check: Check): Example[] {
  return firing(rubric, 'checks', check, (text) => text);
}

function firing(rubric: Rubric, kind: 'phrases' | 'checks', criterion: Phrase | Check, story: (text: string) => string): Example[] {
  const { code, examples } = criterion;
  const fires = (text: string): boolean =>
    review(parseStory(story(text)), rubric, { override: { rules: { [code]: 'error' } } }).tellings.some(({ findings }) => findings.some(({ rule }) => rule === code));
  return [
    ...examples.fires.map((text, index) => ({ kind, id: code, keys: ['examples', 'fires', index], holds: () => fires(text), otherwise: 'This should be reported, and is not.' })),
    ...examples.silent.map((text, index) => ({ kind, id: code, keys: ['examples', 'silent', index], holds: () => !fires(text), otherwise: 'This should not be reported, and is.' })),
  ];
}

const LABELS: Readonly<Record<Role, string>> = { situation: 'Situation', task: 'Task', action: 'Action', result: 'Result', learning: 'Learning', body: 'Action' };

/** An example alone under the label of a section, in a story of a shape if it is about one. */
function under(role: Role, text: string, [shape]: readonly string[] = []): string {
  return `${shape ? `---\nstar: 1\nshape: ${shape}\n---\n\n` : ''}## ${LABELS[role]}\n\n${text.trim()}\n`;
}

function reviewOf(rubric: Rubric, text: string) {
  return review(parseStory(text), rubric).tellings[0];
}
