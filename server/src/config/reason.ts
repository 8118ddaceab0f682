/** Said instead of the words of an error that are kept back. */
export const BROKE_OFF = 'It broke off; this is a fault in Starwright.';

/** What went wrong and where in the program, on one line for a log. Never what the program was reading: the words of an error may quote it. */
export function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'Something was thrown that is no error.';
  const words = ownWords(error);
  return [`${error.name}${words === undefined ? '' : `: ${words}`}`, ...places(error)].join(' ').replace(/\s+/g, ' ').trim();
}

/** The words of an error that can quote no story: of the system about a file, of the other end of a connection, or ours about such an error. Else undefined. */
export function ownWords(error: unknown): string | undefined {
  return error instanceof Error && (isOutside(error) || isOutside(error.cause)) ? error.message : undefined;
}

/** Of the system (EACCES …), or an answer of the protocol, whose numbers are negative. */
function isOutside(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === 'string' ? /^(E[A-Z0-9]+|ERR_FS_\w+)$/.test(code) : typeof code === 'number' && code < 0;
}

const MOST_PLACES = 3;

/** The innermost places. The stack begins with the error's words, and those may look like a place. */
function places({ message, stack = '' }: Error): string[] {
  const at = stack.indexOf(message);
  const lines = at < 0 ? [] : stack.slice(at + message.length).split('\n');
  return lines.map((line) => line.trim()).filter((line) => /^at .*:\d+:\d+\)?$/.test(line)).slice(0, MOST_PLACES);
}
