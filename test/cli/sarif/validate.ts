import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';

const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(new URL('sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'));
const URI_REFERENCE = /^[^\s<>"{}|\\^`]*$/;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats: { uri: /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i, 'uri-reference': URI_REFERENCE, 'date-time': true } });
// What the tests need of draft 4 is the same in draft 7.
const validate = ajv.compile(schema);

/** What is wrong with a SARIF log by its official schema; nothing for a valid one. */
export function sarifProblems(log: unknown): string[] {
  return validate(log) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath}: ${message}`);
}
