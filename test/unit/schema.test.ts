import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv, type ErrorObject } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemas } from '../../server/src/generated/rubric-schemas.js';
import { schemaErrors, type Schema } from '../../server/src/pack/schema.js';

const rubrics = path.join(import.meta.dirname, '../../rubrics');
const SCHEMAS: Readonly<Record<string, string>> = { beats: 'beat', checks: 'check', lexicons: 'lexicon', phrases: 'phrase', probes: 'probes', profiles: 'profile', questions: 'questions', shapes: 'shape', templates: 'template', wider: 'wider', wordings: 'wordings', 'kin.yaml': 'kin', 'loops.yaml': 'loops', 'plans.yaml': 'plans', 'signals.yaml': 'signals', 'sources.yaml': 'sources' };

/** One file of a kind; of a long list its beginning. */
function fileOf(kind: string): unknown {
  const file = kind.endsWith('.yaml') ? kind : `${kind}/${readdirSync(path.join(rubrics, kind)).filter((name) => name.endsWith('.yaml'))[0]}`;
  const value: unknown = parse(readFileSync(path.join(rubrics, file), 'utf8'));
  return Array.isArray(value) ? value.slice(0, 3) : value;
}

const OTHERS = [null, '', 'Not A Name', -1, 1.5, 99_999, true, [], ['x', 'x'], {}, { Odd: 'loud' }];

/** A value with one thing in it changed, for everything in the first two of each list: another value, a key more, a key less. */
function* changed(value: unknown): Generator<unknown> {
  yield* OTHERS;
  if (Array.isArray(value)) for (const [at, item] of value.slice(0, 2).entries()) for (const other of changed(item)) yield [...value.slice(0, at), other, ...value.slice(at + 1)];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  yield { ...value, unknown: 1 };
  yield { ...value, extends: 'x' };
  for (const [key, item] of Object.entries(value)) {
    yield Object.fromEntries(Object.entries(value).filter(([each]) => each !== key));
    for (const other of changed(item)) yield { ...value, [key]: other };
  }
}

const ours = (schema: Schema, value: unknown): string[] => schemaErrors(schema, value).map(({ keys, keyword, key = '' }) => `/${keys.join('/')} ${keyword} ${key}`).sort();

/** A name that is not allowed is one error here; the library has one for the name and one for what is wrong with it. */
const theirs = (errors: readonly ErrorObject[]): string[] =>
  errors
    .filter(({ keyword, propertyName }) => keyword !== 'if' && (propertyName === undefined || keyword === 'propertyNames'))
    .map(({ instancePath, keyword, params }) => `/${instancePath.slice(1)} ${keyword} ${params['missingProperty'] ?? params['additionalProperty'] ?? params['propertyName'] ?? ''}`)
    .sort();

test.each(Object.entries(SCHEMAS))('what a schema finds in %s, and in files with something wrong, is what JSON Schema says', (kind, name) => {
  const schema = schemas[name]!;
  const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
  const value = fileOf(kind);
  expect(ours(schema, value)).toEqual([]);
  for (const other of changed(value)) {
    validate(other);
    expect(ours(schema, other)).toEqual(theirs(validate.errors ?? []));
  }
});
