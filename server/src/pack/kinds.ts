import type { RubricData } from '../rubric/index.js';
import { schemas } from '../generated/rubric-schemas.js';
import type { Schema } from './schema.js';

/** A value as YAML gives it. */
export type Raw = Readonly<Record<string, unknown>>;

/** The kinds of data in a rubric that a folder of files holds. */
export type KindName = Exclude<keyof RubricData, 'hearing' | 'sources' | 'signals'> | 'sources' | 'signals';

export interface Kind {
  readonly name: KindName;
  /** What one of them is called in a message. */
  readonly one: string;
  /** True when a file holds a list of them. */
  readonly list: boolean;
  /** The key that names one of them in the finished data. */
  readonly key: 'id' | 'code';
  readonly schema: Schema;
  /** Fills in what a file may leave out, so that the engine meets one form only. */
  readonly complete: (raw: Raw) => Raw;
}

const asCode = ({ id, ...rest }: Raw): Raw => ({ ...rest, code: id });
const completeGap = (gap: Raw): Raw => ({ alsoMissing: [], heard: [], surerWith: [], doubtfulWith: [], whenDoubtful: 'gentler', ownSeverity: false, covers: [], ...gap });
const completeStep = ({ done, ...step }: Raw): Raw => (done === undefined ? step : { ...step, done: { stories: 1, shapes: [], signals: [], beats: [], ...(done as Raw) } });

export const KINDS: readonly Kind[] = [
  { name: 'sources', one: 'source', list: true, key: 'id', schema: schemas['sources']!, complete: (raw) => raw },
  { name: 'signals', one: 'signal', list: true, key: 'id', schema: schemas['signals']!, complete: (raw) => ({ heard: [], framings: [], ...raw }) },
  { name: 'lexicons', one: 'lexicon', list: false, key: 'id', schema: schemas['lexicon']!, complete: (raw) => raw },
  { name: 'templates', one: 'template', list: true, key: 'id', schema: schemas['template']!, complete: (raw) => ({ covers: [], ...raw }) },
  { name: 'beats', one: 'beat', list: false, key: 'id', schema: schemas['beat']!, complete: (raw) => ({ ...raw, gaps: ((raw['gaps'] as Raw[] | undefined) ?? []).map(completeGap) }) },
  { name: 'phrases', one: 'phrase', list: false, key: 'code', schema: schemas['phrase']!, complete: (raw) => asCode({ instead: [], fills: [], covers: [], shapes: [], unlessHeard: [], ...raw }) },
  { name: 'checks', one: 'check', list: false, key: 'code', schema: schemas['check']!, complete: (raw) => asCode({ fills: [], covers: [], shapes: [], ...raw }) },
  { name: 'wider', one: 'criterion', list: false, key: 'code', schema: schemas['wider']!, complete: (raw) => asCode({ cues: [], phrases: [], questions: [], ...raw }) },
  { name: 'shapes', one: 'shape', list: false, key: 'id', schema: schemas['shape']!, complete: (raw) => ({ cues: [], followUps: [], signals: [], ...raw }) },
  { name: 'profiles', one: 'profile', list: false, key: 'id', schema: schemas['profile']!, complete: (raw) => ({ overlay: false, sections: [], limits: {}, beats: {}, rules: {}, themes: [], ...raw }) },
  { name: 'questions', one: 'question', list: true, key: 'id', schema: schemas['questions']!, complete: (raw) => ({ covers: [], ...raw }) },
  { name: 'loops', one: 'loop', list: true, key: 'id', schema: schemas['loops']!, complete: (raw) => raw },
  { name: 'plans', one: 'plan', list: true, key: 'id', schema: schemas['plans']!, complete: (raw) => ({ ...raw, steps: (raw['steps'] as Raw[]).map(completeStep) }) },
  { name: 'probes', one: 'probe', list: true, key: 'id', schema: schemas['probes']!, complete: (raw) => ({ asked: 'sometimes', heard: [], missing: [], findings: [], cues: [], shapes: [], unlessHeard: [], ifSaid: [], unlessSaid: [], ...raw }) },
  { name: 'wordings', one: 'wording', list: true, key: 'id', schema: schemas['wordings']!, complete: (raw) => ({ aspect: false, likely: false, shapes: [], signals: [], beats: [], told: [], must: [], ...raw }) },
  { name: 'kin', one: 'family of words', list: true, key: 'id', schema: schemas['kin']!, complete: (raw) => raw },
];

/** A finished thing in the form its file would have. */
export function asWritten(kind: Kind, item: Raw): Raw {
  if (kind.key === 'id') return item;
  const { code, ...rest } = item;
  return { id: code, ...rest };
}
