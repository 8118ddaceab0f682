import { parseArgs } from 'node:util';
import { UsageError } from './errors.js';
import { didYouMean } from '../story/nearest.js';

export interface Option {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  /** Named in the help of a later version; answered with a plain message now. */
  readonly later?: boolean;
}

export type Options = Readonly<Record<string, Option>>;

/** The words of a command line, sorted into paths and options. */
export interface Arguments {
  readonly paths: readonly string[];
  has(name: string): boolean;
  /** The last value given. */
  text(name: string): string | undefined;
  all(name: string): readonly string[];
}

/** Reads a command's arguments; a word it does not know is a {@link UsageError}. */
export function readArguments(command: string, words: readonly string[], options: Options): Arguments {
  const { tokens } = parseArgs({
    args: [...words],
    options: parserOptions(options),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const paths: string[] = [];
  const values = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options[token.name];
    if (!option) throw unknownOption(command, token.rawName, options);
    if (option.later) throw new UsageError(`${token.rawName} is not available in this version.`);
    const given = values.get(token.name) ?? [];
    given.push(valueOf(token.rawName, token.value, token.inlineValue, option));
    values.set(token.name, given);
  }
  return {
    paths,
    has: (name) => values.has(name),
    text: (name) => values.get(name)?.at(-1),
    all: (name) => values.get(name) ?? [],
  };
}

/** A whole number of zero or more, or a {@link UsageError} naming the option. */
export function readCount(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new UsageError(`--${name} needs a whole number, not "${value}".`);
  return Number(value);
}

/** One of the formats a command knows, or a {@link UsageError} naming them. */
export function readFormat<Format extends string>(format: string, known: readonly Format[]): Format {
  const found = known.find((each) => each === format);
  if (found !== undefined) return found;
  throw new UsageError(`unknown format "${format}".${didYouMean(format, known)} Use ${known.slice(0, -1).join(', ')} or ${known.at(-1)}.`);
}

function parserOptions(options: Options): Record<string, { type: 'string' | 'boolean'; multiple: true; short?: string }> {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, short }]) => [
      name,
      { type, multiple: true as const, ...(short === undefined ? {} : { short }) },
    ]),
  );
}

function valueOf(raw: string, value: string | undefined, inline: boolean | undefined, option: Option): string {
  if (option.type === 'boolean') {
    if (value !== undefined) throw new UsageError(`${raw} takes no value.`);
    return '';
  }
  const looksLikeOption = !inline && value !== undefined && value.length > 1 && value.startsWith('-');
  if (value === undefined || value === '' || looksLikeOption) throw new UsageError(`${raw} needs a value${looksLikeOption ? `, and "${value}" looks like an option` : ''}.`);
  return value;
}

function unknownOption(command: string, raw: string, options: Options): UsageError {
  const known = Object.keys(options).map((name) => `--${name}`);
  return new UsageError(`unknown option ${raw}.${didYouMean(raw, known)} See "starwright ${command} --help".`);
}
