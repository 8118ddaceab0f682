import type { FrontMatterPlace } from './frontMatterPlace.js';

/** The things of a rubric that front matter names. */
export type NamedKind = 'shapes' | 'signals' | 'profiles' | 'questions' | 'codes';

/** What one key of the front matter means, and what may stand behind it. */
export interface FrontMatterKey {
  /** One or two short sentences for a person. */
  readonly about: string;
  /** How the entry is begun: slots as `[slot]`, and `…` where typing goes on. `key: …` when absent. */
  readonly begin?: string;
  /** The only values there are, each with its meaning. */
  readonly values?: Readonly<Record<string, string>>;
  /** What its value, or each entry of its list, names. */
  readonly names?: NamedKind;
  /** The keys of each entry of its list. */
  readonly entries?: FrontMatterKeys;
  /** What its own keys name, and the values these can have. */
  readonly maps?: { readonly names: NamedKind; readonly values: Readonly<Record<string, string>> };
}

export type FrontMatterKeys = Readonly<Record<string, FrontMatterKey>>;

export const STATUSES = {
  draft: 'Still being written: every finding is a step gentler.',
  ready: 'Ready to be told.',
  retired: 'Kept, and told no more.',
} as const;

/** From silent to loud. */
export const RULE_LEVELS = {
  off: 'Not reported.',
  hint: 'A faint mark in the text.',
  information: 'Listed as information.',
  warning: 'Listed as a warning.',
  error: 'Listed as an error; the command line fails on it.',
} as const;

const METRIC_KEYS: FrontMatterKeys = {
  name: { about: 'What was counted or timed: timeout rate, pages a week.', begin: 'name: "[metric]"' },
  before: { about: 'What it was before, as you will say it. Quote it: "4%".', begin: 'before: "[before]"' },
  after: { about: 'What it was afterwards. Quote it: "1.5%".', begin: 'after: "[after]"' },
  window: { about: 'The time over which it was seen: one month.', begin: 'window: "[period]"' },
  confidence: {
    about: 'How sure the figure is.',
    values: {
      exact: 'Read off a record you could show.',
      approximate: 'Close, from memory or a rough count. Say "about".',
      directional: 'Only better or worse is known. Say it without a figure.',
    },
  },
  source: { about: 'Where the figure comes from: a dashboard, a postmortem, a ticket.', begin: 'source: "[source]"' },
};

const REHEARSAL_KEYS: FrontMatterKeys = {
  date: { about: 'The day you told it.' },
  seconds: { about: 'How long it took, in seconds.' },
  note: { about: 'What to remember for the next time.', begin: 'note: "[note]"' },
};

/** What stands at the top of a story, in the order in which it is usually written. */
export const FRONT_MATTER_KEYS: FrontMatterKeys = {
  star: { about: 'Marks the document as a story; one without a file name needs it.', begin: 'star: 1', values: { 1: 'This is a story.' } },
  title: { about: "The story's name; else its first heading.", begin: 'title: "[title]"' },
  shape: { about: 'The kind of story, or a list of kinds. It decides which beats are asked for; without it the kind is recognised from the text.', names: 'shapes' },
  signals: { about: 'What an interviewer can hear in this story.', begin: 'signals: […]', names: 'signals' },
  profile: { about: 'Which sections, lengths and levels hold. star-l+esl lays one over another.', names: 'profiles' },
  status: { about: 'How far the story has come.', values: STATUSES },
  metrics: {
    about: 'The figures you may say, with how sure they are and where they come from.',
    begin: 'metrics:\n  - { name: "[metric]", before: "[before]", after: "[after]", window: "[period]", source: "[source]", confidence: … }',
    entries: METRIC_KEYS,
  },
  questions: { about: 'The questions this story answers, by name from the bank or in your own words.', begin: 'questions: […]', names: 'questions' },
  rehearsed: { about: 'When you told it aloud, and how long it took.', begin: 'rehearsed:\n  - { date: …, seconds: }', entries: REHEARSAL_KEYS },
  rules: { about: 'How much single findings matter in this story, by their codes.', begin: 'rules: { … }', maps: { names: 'codes', values: RULE_LEVELS } },
  aliases: { about: 'What to say instead of a name that stays confidential: { Contoso Bank: a downstream partner }.', begin: 'aliases: { … }' },
};

/** Keys that people bring along from other tools and that are neither ours nor mistakes. */
export const FOREIGN_KEYS: readonly string[] = ['source', 'tags', 'theme', 'date', 'length'];

/** What may be written at one place of the front matter. */
export type Expected =
  | { readonly kind: 'keys'; readonly keys: FrontMatterKeys }
  | { readonly kind: 'named-keys'; readonly names: NamedKind }
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'names'; readonly names: NamedKind }
  | { readonly kind: 'title' };

/** What a table says under a word that a person wrote: "constructor" is in no table. */
export function own<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** What is expected at a place; undefined where only the person knows. */
export function expectedAt({ kind, path, listed }: Pick<FrontMatterPlace, 'kind' | 'path' | 'listed'>): Expected | undefined {
  const [key, inner] = path;
  if (key === undefined) return kind === 'key' ? { kind: 'keys', keys: FRONT_MATTER_KEYS } : undefined;
  const facts = own(FRONT_MATTER_KEYS, key);
  if (facts === undefined || path.length > 2) return undefined;
  if (inner !== undefined) return kind === 'value' ? valuesOf(facts.maps ?? (facts.entries && own(facts.entries, inner))) : undefined;
  // A word behind a hyphen is a key whose colon is still to come.
  if (facts.entries) return listed ? { kind: 'keys', keys: facts.entries } : undefined;
  if (kind === 'key') return facts.maps && { kind: 'named-keys', names: facts.maps.names };
  if (key === 'title') return { kind: 'title' };
  return facts.names ? { kind: 'names', names: facts.names } : valuesOf(facts);
}

function valuesOf(facts: { readonly values?: Readonly<Record<string, string>> } | undefined): Expected | undefined {
  return facts?.values && { kind: 'values', values: facts.values };
}
