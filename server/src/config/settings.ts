import { DEFAULT_PROFILE } from '../rubric/index.js';

/** A setting as package.json declares it under `starwright.` and the server reads it. */
export interface Setting {
  readonly type: string | readonly string[];
  /** What the editor says when nobody set it: it counts as not set. */
  readonly default: unknown;
  /** The folder file has it too; what it says there. */
  readonly inFolder?: string;
}

/** Every setting. */
export const SETTINGS = {
  profile: { type: 'string', default: DEFAULT_PROFILE, inFolder: 'What the stories in this folder are reviewed against. `+esl` lays shorter sentences over any profile: `star-l+esl`.' },
  rules: { type: 'object', default: {}, inFolder: 'How much each finding matters here, by its code: off, hint, information, warning or error.' },
  rubric: { type: 'array', default: [] },
  wordsPerMinute: { type: ['number', 'null'], default: null, inFolder: 'How fast you speak, from 60 to 300 words a minute. The profile says 140.' },
  confidentialTerms: { type: 'array', default: [], inFolder: 'Names that must not leave the room: customers, people, machines. Each one in a story is pointed out, beside those of your settings.' },
  language: { type: 'string', default: 'auto' },
  validate: { type: 'boolean', default: true },
  codeLens: { type: 'boolean', default: true },
  inlayHints: { type: 'boolean', default: false },
  languageModelTools: { type: 'boolean', default: false },
  'trace.server': { type: 'string', default: 'off' },
} as const satisfies Readonly<Record<string, Setting>>;

/** A key of the folder file. */
export type FolderKey = { [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends { inFolder: string } ? K : never }[keyof typeof SETTINGS];

/** The keys of the folder file, and what each one is. */
export const FOLDER_KEYS = Object.fromEntries(Object.entries<Setting>(SETTINGS).flatMap(([key, { inFolder }]) => (inFolder === undefined ? [] : [[key, inFolder]]))) as Readonly<Record<FolderKey, string>>;

/** True for a value that says no more than the setting's default. */
export function isDefault(key: keyof typeof SETTINGS, value: unknown): boolean {
  return value === undefined || value === null || value === '' || JSON.stringify(value) === JSON.stringify(SETTINGS[key].default);
}
