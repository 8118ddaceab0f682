import type { KeyPath } from './sourceFile.js';

/** What the schemas of a rubric use of JSON Schema. */
export interface Schema {
  readonly type?: 'string' | 'array' | 'object' | 'number' | 'integer' | 'boolean';
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly minProperties?: number;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false | Schema;
  readonly not?: Schema;
  readonly if?: Schema;
  readonly then?: Schema;
  readonly else?: Schema;
}

/** Something that is not as its schema asks. */
export interface SchemaError {
  /** Where it stands; for a key that is missing or should not be there, the map. */
  readonly keys: KeyPath;
  readonly keyword: keyof Schema;
  /** The schema that has the keyword. */
  readonly schema: Schema;
  /** The key that is missing, should not be there, or has a name that it should not have. */
  readonly key?: string;
}

type Keyed = Readonly<Record<string, unknown>>;

/** Everything in a value that its schema does not allow. */
export function schemaErrors(schema: Schema, value: unknown, keys: KeyPath = []): SchemaError[] {
  const broken = HOLDS.filter(([keyword, holds]) => schema[keyword] !== undefined && !holds(value, schema)).map(([keyword]): SchemaError => ({ keys, keyword, schema }));
  return [...broken, ...inList(schema, value, keys), ...inMap(schema, value, keys), ...inBranch(schema, value, keys)];
}

const number = (holds: (value: number, schema: Schema) => boolean) => (value: unknown, schema: Schema) => typeof value !== 'number' || holds(value, schema);
const text = (holds: (value: string, schema: Schema) => boolean) => (value: unknown, schema: Schema) => typeof value !== 'string' || holds(value, schema);
const list = (holds: (value: readonly unknown[], schema: Schema) => boolean) => (value: unknown, schema: Schema) => !Array.isArray(value) || holds(value, schema);

/** What can be said of a value without looking into it. */
const HOLDS: readonly (readonly [keyof Schema, (value: unknown, schema: Schema) => boolean])[] = [
  ['type', (value, { type }) => (type === 'array' ? Array.isArray(value) : type === 'object' ? isMap(value) : type === 'integer' ? Number.isInteger(value) : typeof value === type)],
  ['enum', (value, schema) => schema.enum!.includes(value)],
  ['const', (value, schema) => value === schema.const],
  ['minimum', number((value, { minimum }) => value >= minimum!)],
  ['maximum', number((value, { maximum }) => value <= maximum!)],
  ['minLength', text((value, { minLength }) => [...value].length >= minLength!)],
  ['maxLength', text((value, { maxLength }) => [...value].length <= maxLength!)],
  ['pattern', text((value, { pattern }) => new RegExp(pattern!, 'u').test(value))],
  ['minItems', list((value, { minItems }) => value.length >= minItems!)],
  ['uniqueItems', list((value) => new Set(value.map((item) => JSON.stringify(item))).size === value.length)],
  ['minProperties', (value, { minProperties }) => !isMap(value) || Object.keys(value).length >= minProperties!],
  ['not', (value, { not }) => schemaErrors(not!, value).length > 0],
];

function inList({ items }: Schema, value: unknown, keys: KeyPath): SchemaError[] {
  return items && Array.isArray(value) ? value.flatMap((item, index) => schemaErrors(items, item, [...keys, index])) : [];
}

function inMap(schema: Schema, value: unknown, keys: KeyPath): SchemaError[] {
  if (!isMap(value)) return [];
  const { required = [], properties = {}, propertyNames, additionalProperties } = schema;
  const missing = required.filter((key) => value[key] === undefined).map((key): SchemaError => ({ keys, keyword: 'required', schema, key }));
  return [...missing, ...Object.keys(value).flatMap((key) => {
    const misnamed = propertyNames && schemaErrors(propertyNames, key).length > 0 ? [{ keys, keyword: 'propertyNames', schema, key } as const] : [];
    const known = Object.hasOwn(properties, key) ? properties[key] : additionalProperties;
    if (known === false) return [...misnamed, { keys, keyword: 'additionalProperties', schema, key } as const];
    return known ? [...misnamed, ...schemaErrors(known, value[key], [...keys, key])] : misnamed;
  })];
}

function inBranch({ if: condition, then, else: otherwise }: Schema, value: unknown, keys: KeyPath): SchemaError[] {
  const branch = condition && (schemaErrors(condition, value).length === 0 ? then : otherwise);
  return branch ? schemaErrors(branch, value, keys) : [];
}

function isMap(value: unknown): value is Keyed {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
