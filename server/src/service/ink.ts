import type { MarkupContent } from 'vscode-languageserver-types';
import { HOVER_COMMANDS, type HoverCommand } from './commands.js';
import { escapeMarkdown, oneLine } from './prose.js';

export type HoverFormat = MarkupContent['kind'];

/** A row of a table of beats, each cell inked already. */
export interface BeatRow {
  readonly beat: string;
  readonly said: string;
  /** `7`, or `7, 9`; empty where nothing was said. */
  readonly lines: string;
}

/** How a text is marked up: as Markdown, or left plain for an editor that shows none. */
export interface Ink {
  readonly text: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly code: (text: string) => string;
  /** One row for each beat: a table, or a list where there are none. */
  readonly rows: (rows: readonly BeatRow[]) => string;
  readonly lineBreak: string;
  readonly rule: string;
}

export const INKS: Readonly<Record<HoverFormat, Ink>> = {
  markdown: {
    text: escapeMarkdown,
    strong: (text) => `**${escapeMarkdown(text)}**`,
    code: (text) => `\`${oneLine(text).replace(/`/g, "'")}\``,
    rows: (rows) => ['| Beat | Heard by | Line |', '|---|---|---|', ...rows.map(({ beat, said, lines }) => `| ${beat} | ${said} | ${lines} |`)].join('\n'),
    lineBreak: '\\\n',
    rule: '\n\n---\n\n',
  },
  plaintext: {
    text: oneLine,
    strong: oneLine,
    code: oneLine,
    rows: (rows) => rows.map(({ beat, said, lines }) => `- ${beat}${lines && ` (line ${lines})`}: ${said}`).join('\n'),
    lineBreak: '\n',
    rule: '\n\n',
  },
};

/** A Markdown link that runs one of our client's commands. Nothing in its arguments can end it. */
export function commandLink(title: string, command: HoverCommand, args: readonly unknown[]): string {
  const query = encodeURIComponent(JSON.stringify(args)).replace(/[!'()*~_]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${escapeMarkdown(title)}](command:${HOVER_COMMANDS[command]}?${query})`;
}
