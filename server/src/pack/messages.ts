import type { SchemaError } from '../generated/rubric-validators.js';
import { didYouMean } from '../story/nearest.js';
import type { KeyPath, SourceFile } from './sourceFile.js';
import type { PackProblem } from './types.js';

/** What a file's schema finds wrong, in plain words and in its place; `at` is where the validated value stands. */
export function schemaProblems(file: SourceFile, at: KeyPath, errors: readonly SchemaError[]): PackProblem[] {
  return errors.filter(({ keyword }) => keyword !== 'if').map((error) => problemOf(file, [...at, ...keysOf(error.instancePath)], error));
}

function problemOf(file: SourceFile, keys: KeyPath, { keyword, params, message, parentSchema, propertyName }: SchemaError): PackProblem {
  const name = keys.at(-1) === undefined ? 'this file' : `"${keys.filter((key) => typeof key === 'string').at(-1) ?? keys.at(-1)}"`;
  if (keyword === 'additionalProperties') {
    const key = String(params['additionalProperty']);
    const known = Object.keys(parentSchema?.properties ?? {});
    return file.problemAtKey(keys, key, `There is no key "${key}" here.${didYouMean(key, known)}${known.length > 0 ? ` Known: ${known.join(', ')}.` : ''}`);
  }
  if (keyword === 'required') return file.problemAt(keys, `"${String(params['missingProperty'])}" is missing.`);
  if (keyword === 'enum') {
    const allowed = (params['allowedValues'] as unknown[]).map(String);
    return file.problemAt(keys, `${name} is one of ${allowed.join(', ')}.`);
  }
  if (keyword === 'type') return file.problemAt(keys, `${name} has to be ${A[String(params['type'])] ?? String(params['type'])}.`);
  if (keyword === 'pattern') return file.problemAt(keys, `${name} has to be lower-case words joined by hyphens.`);
  if (keyword === 'minItems' || keyword === 'minLength') return file.problemAt(keys, `${name} is empty.`);
  if (keyword === 'maxLength') return file.problemAt(keys, `${name} is longer than ${String(params['limit'])} characters.`);
  if (keyword === 'uniqueItems') return file.problemAt(keys, `${name} names something twice.`);
  return file.problemAt(keys, `${name} ${message ?? 'is not as it should be'}${propertyName ? ` ("${propertyName}")` : ''}.`);
}

const A: Readonly<Record<string, string>> = { string: 'text', array: 'a list', object: 'a map of keys', number: 'a number', integer: 'a whole number', boolean: 'true or false' };

function keysOf(instancePath: string): (string | number)[] {
  return instancePath
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key));
}
