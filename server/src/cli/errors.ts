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

/** Control characters, and what else begins a new line. */
const STEERING = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;

/**
 * A text from a file or a path as part of one line: characters that steer a terminal are written out, and nothing in it
 * is a command to whoever reads the line on a build server.
 */
export function plainLine(text: string): string {
  return text.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).replaceAll('##[', '## [');
}

/** Writes one message to standard error, where the report never goes. */
export function complain(message: string): void {
  process.stderr.write(`starwright: ${message}\n`);
}
