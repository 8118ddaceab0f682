import { didYouMean } from '../story/nearest.js';
import type { Schema, SchemaError } from './schema.js';
import type { SourceFile } from './sourceFile.js';
import type { PackProblem } from './types.js';

/** What a file's schema finds wrong, in plain words and in its place. */
export function schemaProblems(file: SourceFile, errors: readonly SchemaError[]): PackProblem[] {
  return errors.map((error) => problemOf(file, error));
}

function problemOf(file: SourceFile, { keys, keyword, schema, key = '' }: SchemaError): PackProblem {
  if (keyword === 'additionalProperties') {
    const known = Object.keys(schema.properties ?? {});
    return file.problemAtKey(keys, key, `There is no key "${key}" here.${didYouMean(key, known)}${known.length > 0 ? ` Known: ${known.join(', ')}.` : ''}`);
  }
  if (keyword === 'propertyNames') return file.problemAtKey(keys, key, `"${key}" ${NAME}`);
  if (keyword === 'required') return file.problemAt(keys, `"${key}" is missing.`);
  const last = keys.filter((each) => typeof each === 'string').at(-1) ?? keys.at(-1);
  return file.problemAt(keys, `${last === undefined ? 'this file' : `"${last}"`} ${wrong(keyword, schema)}`);
}

const NAME = 'has to be lower-case words joined by hyphens.';

function wrong(keyword: keyof Schema, schema: Schema): string {
  switch (keyword) {
    case 'type':
      return `has to be ${A[schema.type!]}.`;
    case 'enum':
      return `is one of ${schema.enum!.join(', ')}.`;
    case 'const':
      return `can only be ${String(schema.const)}.`;
    case 'pattern':
      return NAME;
    case 'minLength':
      return schema.minLength === 1 ? 'is empty.' : `is shorter than ${schema.minLength} characters.`;
    case 'minItems':
      return schema.minItems === 1 ? 'is empty.' : `has to name at least ${schema.minItems}.`;
    case 'minProperties':
      return 'is empty.';
    case 'maxLength':
      return `is longer than ${schema.maxLength} characters.`;
    case 'uniqueItems':
      return 'names something twice.';
    case 'minimum':
      return `has to be at least ${schema.minimum}.`;
    case 'maximum':
      return `has to be at most ${schema.maximum}.`;
    default:
      return 'is not as it should be.';
  }
}

const A = { string: 'text', array: 'a list', object: 'a map of keys', number: 'a number', integer: 'a whole number', boolean: 'true or false' } as const;
