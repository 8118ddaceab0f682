import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-types';
import { TOLD_ROLES, type Role } from '../story/types.js';
import { typedRange, type CompletionSite } from './completionSite.js';
import { toLspRange } from './reviewed.js';

const HEADING_START = /^ {0,3}((#{1,6})\s*[\p{L}]*)$/u;

/** The headings of sections the telling does not have yet; undefined outside a heading. */
export function missingHeadings(site: CompletionSite): CompletionItem[] | undefined {
  const match = HEADING_START.exec(site.before);
  if (match === null) return undefined;
  const [, typed = '', hashes = ''] = match;
  const marks = '#'.repeat(headingDepth(site) ?? Math.max(2, hashes.length));
  const range = toLspRange(site.reviewed, typedRange(site, typed));
  const required = site.reviewed.review.profile.sections;
  return TOLD_ROLES.filter((role) => !isTold(site, role)).map((role, index) => {
    const name = role.charAt(0).toUpperCase() + role.slice(1);
    return {
      label: `${marks} ${name}`,
      kind: CompletionItemKind.Struct,
      detail: required.includes(role) ? 'Section still missing' : 'Section',
      filterText: `${hashes} ${name}`,
      sortText: String(index),
      textEdit: { range, newText: `${marks} ${name}` },
    };
  });
}

/** True when a section for this role stands in the telling; text under no label tells none. */
function isTold(site: CompletionSite, role: Role): boolean {
  const { sections, inherited } = site.telling.telling;
  return [...sections, ...inherited].some((section) => section.label !== undefined && section.covers.includes(role));
}

/** The depth of the telling's own headings, so that a new one fits in. */
function headingDepth(site: CompletionSite): number | undefined {
  const { sections } = site.telling.telling;
  return sections.find(({ label }) => label?.style === 'heading')?.label?.depth;
}
