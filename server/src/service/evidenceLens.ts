import type { CodeLens } from 'vscode-languageserver-types';
import { SHOW_EVIDENCE } from './commands.js';
import { tellingText } from './evidenceTable.js';
import { INKS } from './ink.js';
import { toLspRange, type ReviewedStory } from './reviewed.js';
import { standings, tally } from './standings.js';
import { tellingAnchor } from './times.js';

/** `7 of 9 heard` over each telling; where the editor has our commands, it opens the list of them. */
export function evidenceLenses(reviewed: ReviewedStory, options: { readonly commandLinks: boolean }): CodeLens[] {
  return reviewed.review.tellings.flatMap((telling, index) => {
    const anchor = tellingAnchor(reviewed, telling);
    const { heard, asked } = tally(standings(reviewed, telling));
    if (anchor === undefined || telling.timing.words === 0 || asked === 0) return [];
    const { start } = toLspRange(reviewed, anchor);
    const says = { title: `${heard} of ${asked} heard`, tooltip: tellingText(reviewed, telling, INKS.plaintext) };
    const command = options.commandLinks ? { ...says, command: SHOW_EVIDENCE, arguments: [reviewed.uri, index] } : { ...says, command: '' };
    return [{ range: { start, end: start }, command }];
  });
}
