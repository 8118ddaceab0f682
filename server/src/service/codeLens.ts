import type { CodeLens } from 'vscode-languageserver-types';
import { CUT_TO_FIT } from './commands.js';
import { toLspRange, type ReviewedStory } from './reviewed.js';
import { timesOf } from './times.js';

export interface LensOptions {
  /** The editor has the commands that a lens may name. */
  readonly commandLinks: boolean;
}

/** Words and spoken seconds over each telling and over each labelled section; over the target, the way to cut it. */
export function codeLenses(reviewed: ReviewedStory, options: LensOptions): CodeLens[] {
  return timesOf(reviewed).map(({ anchor, text, overTarget }) => {
    const { start } = toLspRange(reviewed, anchor);
    const range = { start, end: start };
    // Editors show a lens without a command as plain text.
    if (overTarget === undefined || !options.commandLinks) return { range, command: { title: text, command: '' } };
    return { range, command: { title: `${text} · what to cut first`, command: CUT_TO_FIT, arguments: [reviewed.uri, overTarget] } };
  });
}
