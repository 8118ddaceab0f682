/** Exit codes of every command. */
export const Exit = { ok: 0, findings: 1, failure: 2 } as const;
export type ExitCode = (typeof Exit)[keyof typeof Exit];

/** The command cannot do what was asked; the message is all a person is shown. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** True for a {@link UsageError}, also of a command that was bundled by itself. */
export function isUsageError(error: unknown): error is UsageError {
  return error instanceof Error && error.name === 'UsageError';
}

/** Control characters, what else begins a new line, and what turns the direction of the text after it. */
const STEERING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * A text from a file or a path as part of one line: characters that steer a terminal are written out, and nothing in it
 * is a command to whoever reads the line on a build server.
 */
export function plainLine(text: string): string {
  return text.replace(STEERING, writtenOut).replaceAll('##[', '## [').replace(/^(\s*)::/, '$1: :');
}

/** The same for a text of several lines, which stay. */
export function plainLines(text: string): string {
  return text.split('\n').map(plainLine).join('\n');
}

/** A value as JSON in which nothing steers the terminal that it is printed to. */
export function plainJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, writtenOut).replaceAll('##[', '##\\u005b');
}

function writtenOut(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Writes one message to standard error, where the report never goes. */
export function complain(message: string): void {
  process.stderr.write(`starwright: ${plainLines(message)}\n`);
}
