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

/** Writes one message to standard error, where the report never goes. */
export function complain(message: string): void {
  process.stderr.write(`starwright: ${message}\n`);
}
