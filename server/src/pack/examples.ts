import { review } from '../review/index.js';
import type { Beat, Check, Phrase, Rubric, Wording } from '../rubric/index.js';
import { wordingsOf } from '../rubric/wordings.js';
import { parseStory, plainSentences, type Role } from '../story/index.js';
import type { KindName } from './kinds.js';
import type { KeyPath } from './sourceFile.js';

/** An example that a file gives, and whether the engine does as it says. */
export interface Example {
  readonly kind: KindName;
  readonly id: string;
  /** Where it stands in the file. */
  readonly keys: KeyPath;
  readonly text: string;
  readonly holds: () => boolean;
  /** What is wrong when it does not hold. */
  readonly otherwise: string;
}

/** What the person of the examples keeps confidential. */
const TERMS = ['Contoso Bank', 'ledger-db-03.contoso.example'];

/** Every example of a rubric's beats, phrases, checks and wordings, in the order of the files. */
export function examplesOf(rubric: Rubric): Example[] {
  const { beats, phrases, checks, wordings } = rubric.data;
  return [...beats.flatMap((beat) => ofBeat(rubric, beat)), ...phrases.flatMap((phrase) => ofPhrase(rubric, phrase)), ...checks.flatMap((check) => ofCheck(rubric, check)), ...wordings.flatMap((wording) => ofWording(rubric, wording))];
}

function ofBeat(rubric: Rubric, beat: Beat): Example[] {
  const told = (text: string) => reviewOf(rubric, under(beat.section, text)).beats.find(({ id }) => id === beat.id)!;
  const of = { kind: 'beats' as const, id: beat.id };
  const template = rubric.template(beat.fill);
  return [
    ...beat.examples.heard.map((text, index) => ({ ...of, keys: ['examples', 'heard', index], text, holds: () => told(text).present, otherwise: 'This should be heard, and is not.' })),
    ...beat.examples.missed.map((text, index) => ({ ...of, keys: ['examples', 'missed', index], text, holds: () => !told(text).present, otherwise: 'This should not be heard, and is.' })),
    ...(template ? [{ ...of, keys: ['fill'], text: template.text, holds: () => isDraft(told(template.text)), otherwise: `The fill-in sentence "${template.id}" does not say this beat, even when it is filled in.` }] : []),
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

function ofWording(rubric: Rubric, { id, examples }: Wording): Example[] {
  const asks = (text: string): boolean => wordingsOf(rubric).in(plainSentences(text)).some(({ wording }) => wording.id === id);
  return [
    ...examples.asks.map((text, index): Example => ({ kind: 'wordings', id, keys: ['examples', 'asks', index], text, holds: () => asks(text), otherwise: 'This question should be recognised, and is not.' })),
    ...examples.silent.map((text, index): Example => ({ kind: 'wordings', id, keys: ['examples', 'silent', index], text, holds: () => !asks(text), otherwise: 'This question should not be recognised, and is.' })),
  ];
}

function firing(rubric: Rubric, kind: 'phrases' | 'checks', criterion: Phrase | Check, story: (text: string) => string): Example[] {
  const { code, examples } = criterion;
  const fires = (text: string): boolean =>
    review(parseStory(story(text)), rubric, { override: { rules: { [code]: 'error' } }, defaults: { confidentialTerms: TERMS } }).tellings.some(({ findings }) => findings.some(({ rule }) => rule === code));
  return [
    ...examples.fires.map((text, index) => ({ kind, id: code, keys: ['examples', 'fires', index], text, holds: () => fires(text), otherwise: 'This should be reported, and is not.' })),
    ...examples.silent.map((text, index) => ({ kind, id: code, keys: ['examples', 'silent', index], text, holds: () => !fires(text), otherwise: 'This should not be reported, and is.' })),
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
