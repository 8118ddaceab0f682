import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { typedRange, type CompletionSite } from './completionSite.js';
import { numberedFindings, toLspRange } from './reviewed.js';
import { escapeSnippet } from './snippets.js';

const IN_CODES = /<!--\s*star-(?:disable|enable)[a-z-]*\s(?:[a-z0-9-]+[\s,]+)*?([a-z0-9-]*)$/;
const COMMENT_START = /^\s*(<(?:!(?:--?\s*[a-z-]*)?)?)$/;

/** Finding codes inside a suppression comment, those the story has first; undefined elsewhere. */
export function suppressionCodes(site: CompletionSite): CompletionItem[] | undefined {
  const typed = IN_CODES.exec(site.before)?.[1];
  if (typed === undefined || site.before.includes(' -- ')) return undefined;
  const { rubric } = site.reviewed;
  const reported = reportedCodes(site);
  const range = toLspRange(site.reviewed, typedRange(site, typed));
  return rubric.codes().map((code) => ({
    label: code,
    kind: CompletionItemKind.Value,
    detail: rubric.criterion(code)?.title ?? '',
    sortText: `${reported.includes(code) ? 0 : 1}${code}`,
    textEdit: { range, newText: code },
  }));
}

/** A whole comment for each finding of the next line, or of the file; undefined outside `<`. */
export function suppressionComments(site: CompletionSite): CompletionItem[] | undefined {
  const typed = COMMENT_START.exec(site.before)?.[1];
  if (typed === undefined) return undefined;
  const next = reportedCodes(site, site.reviewed.lines.lineAt(site.offset) + 1);
  return (next.length > 0 ? next : reportedCodes(site)).map((code) => comment(site, typed, code));
}

function comment(site: CompletionSite, typed: string, code: string): CompletionItem {
  const { snippets } = site.options;
  const start = `<!-- star-disable-next-line ${code} -- `;
  const reason = 'why it is fine here';
  return {
    label: `${start.trim()} … -->`,
    kind: CompletionItemKind.Snippet,
    detail: site.reviewed.rubric.criterion(code)?.title ?? '',
    filterText: start,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: toLspRange(site.reviewed, typedRange(site, typed, closing(site))),
      newText: snippets ? `${escapeSnippet(start)}\${1:${reason}} -->` : `${start}${reason} -->`,
    },
  };
}

/** What an editor may have closed by itself after `<` or `<!--`. */
function closing(site: CompletionSite): string {
  return /^\s*-->/.exec(site.after)?.[0] ?? '>';
}

/** The codes reported in the story, or on one line of it, each once. */
function reportedCodes(site: CompletionSite, line?: number): string[] {
  const { review, lines } = site.reviewed;
  const codes = numberedFindings(review)
    .filter(({ finding }) => line === undefined || lines.lineAt(finding.range.start) === line)
    .map(({ finding }) => finding.rule);
  return [...new Set(codes)];
}
