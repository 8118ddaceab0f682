import { csvCards } from './csv.js';
import type { ExportedStory } from './exported.js';
import { htmlCards } from './html.js';
import { markdownCards } from './markdown.js';

/** What writes the cards in each form, by the extension of its files. */
export const CARD_FORMATS = { html: htmlCards, md: markdownCards, csv: csvCards } as const satisfies Record<string, (stories: readonly ExportedStory[]) => string>;
export type CardFormat = keyof typeof CARD_FORMATS;
