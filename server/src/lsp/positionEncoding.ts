import type { ClientCapabilities } from 'vscode-languageserver';
import type { PositionEncoding } from '../story/index.js';

const KNOWN: readonly string[] = ['utf-8', 'utf-16', 'utf-32'] satisfies PositionEncoding[];

/** The first in the client's list that is known here: it names first what it counts in itself. UTF-16 where it names none. */
export function positionEncoding(capabilities: ClientCapabilities | undefined): PositionEncoding {
  const offered = capabilities?.general?.positionEncodings;
  return (Array.isArray(offered) ? offered : []).find(isKnown) ?? 'utf-16';
}

function isKnown(encoding: unknown): encoding is PositionEncoding {
  return typeof encoding === 'string' && KNOWN.includes(encoding);
}
