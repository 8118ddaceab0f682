import { splitSentences } from './sentences.js';
import { tokenise } from './tokens.js';
import type { Token } from './types.js';

/** The tokens of each sentence of a text that is no Markdown: a title, a question. */
export function plainSentences(text: string): readonly (readonly Token[])[] {
  return splitSentences(text, 0, { start: 0, end: text.length }, []).map((sentence) => tokenise(text, 0, sentence, []));
}
