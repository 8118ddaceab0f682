import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { ASIDE_NAMES, STEP_NAMES } from '../story/names.js';
import { TOLD_ROLES, type Role, type Section, type StepKind } from '../story/types.js';
import { typedRange, type CompletionSite } from './completionSite.js';
import { toLspRange } from './reviewed.js';
import { toSnippet } from './snippets.js';

const HEADING_START = /^ {0,3}((#{1,6})\s*(?:\p{L}[\p{L} -]*)?)$/u;

interface Heading {
  readonly depth: number;
  /** Slots stand in it as `[slot]`. */
  readonly name: string;
  readonly detail: string;
  readonly about?: string;
}

/** The headings the telling does not have yet, for steps, sections and what stands beside them; undefined outside a heading. */
export function missingHeadings(site: CompletionSite): CompletionItem[] | undefined {
  const match = HEADING_START.exec(site.before);
  if (match === null) return undefined;
  const [, typed = '', hashes = ''] = match;
  const depth = headingDepth(site) ?? Math.max(2, hashes.length);
  const headings = [...steps(site, depth), ...sections(site, depth), ...besides(site)];
  // Whoever has written so many hashes means a heading of that depth.
  const meant = headings.some((heading) => heading.depth === hashes.length) ? hashes.length : undefined;
  return headings.map((heading, index) => toItem(site, typed, hashes, heading, `${heading.depth === meant ? 0 : 1}${String(index).padStart(2, '0')}`));
}

function toItem(site: CompletionSite, typed: string, hashes: string, heading: Heading, sortText: string): CompletionItem {
  const { depth, name, detail, about } = heading;
  const text = `${'#'.repeat(depth)} ${name}`;
  const asSnippet = site.options.snippets && name.includes('[');
  return {
    label: text.replace(/\[.*/, '…'),
    kind: CompletionItemKind.Struct,
    detail,
    ...(about !== undefined && { documentation: about }),
    filterText: `${hashes} ${name}`,
    sortText,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: toLspRange(site.reviewed, typedRange(site, typed)), newText: asSnippet ? toSnippet(text).text : text },
  };
}

function sections(site: CompletionSite, depth: number): Heading[] {
  const required = site.reviewed.review.profile.sections;
  return TOLD_ROLES.filter((role) => !isTold(site, role)).map((role) => ({
    depth,
    name: role.charAt(0).toUpperCase() + role.slice(1),
    detail: required.includes(role) ? 'Section still missing' : 'Section',
  }));
}

/** True when a section for this role stands in the telling; text under no label tells none. */
function isTold(site: CompletionSite, role: Role): boolean {
  const { sections: told, inherited } = site.telling.telling;
  return [...told, ...inherited].some((section) => section.label !== undefined && section.covers.includes(role));
}

/** The depth of the telling's own headings, so that a new one fits in. */
function headingDepth(site: CompletionSite): number | undefined {
  const { sections: told } = site.telling.telling;
  return told.find(({ label }) => label?.style === 'heading')?.label?.depth;
}

/** Inside an Action its steps, those first of which nothing is heard yet. */
function steps(site: CompletionSite, depth: number): Heading[] {
  const action = sectionAt(site);
  if (action?.role !== 'action') return [];
  const unheaded = (Object.keys(STEP_NAMES) as StepKind[]).filter((step) => !action.steps.some(({ kind }) => kind === step));
  const heard = unheaded.filter((step) => isHeard(site, step));
  const inner = action.steps.find(({ label }) => label.style === 'heading')?.label.depth;
  const heading = (step: StepKind): Heading => ({
    depth: inner ?? Math.min(6, (action.label?.style === 'heading' ? action.label.depth : depth) + 1),
    name: STEP_NAMES[step],
    detail: heard.includes(step) ? 'Step, heard already' : 'Step still missing',
  });
  return [...unheaded.filter((step) => !heard.includes(step)), ...heard].map(heading);
}

/** The last section that begins before the cursor's line, unless something beside the story begins after it. */
function sectionAt(site: CompletionSite): Section | undefined {
  const lineStart = site.offset - site.before.length;
  const section = site.telling.telling.sections.filter(({ whole }) => whole.start < lineStart).at(-1);
  const isAside = site.reviewed.review.story.asides.some(({ start }) => section !== undefined && section.whole.start < start && start < lineStart);
  return isAside ? undefined : section;
}

/** The beat that a step is named after is heard somewhere in the telling. */
function isHeard(site: CompletionSite, step: StepKind): boolean {
  return site.telling.beats.some(({ id, present }) => id === step && present);
}

const ASIDES_ABOUT: Readonly<Record<keyof typeof ASIDE_NAMES, string>> = {
  'follow-ups': 'What an interviewer may ask next, and what you would say.',
  cues: 'A few words to tell the story from.',
  notes: 'Whatever else you want to keep.',
  'do-not-claim': 'What you must not say: figures you cannot back, work that was not yours.',
};

/** Another telling, and what is kept beside the story, as deep as the sections of the first telling. */
function besides(site: CompletionSite): Heading[] {
  const { review } = site.reviewed;
  const [main] = review.tellings;
  const depth = main.telling.sections.find(({ label }) => label?.style === 'heading')?.label?.depth ?? 2;
  const kept = new Set(review.story.asides.map(({ kind }) => kind));
  const asides = (Object.keys(ASIDE_NAMES) as (keyof typeof ASIDE_NAMES)[]).filter((kind) => !kept.has(kind));
  const framing: Heading = {
    depth,
    name: 'Framing: [what it shows]',
    detail: 'Another way to tell this story',
    about: 'Sections that are not told again are taken from the first telling.',
  };
  const told = main.telling.sections.some(({ label }) => label !== undefined);
  return [
    ...(told ? [framing] : []),
    ...asides.map((kind) => ({ depth, name: ASIDE_NAMES[kind], detail: 'Kept beside the story', about: `${ASIDES_ABOUT[kind]} Not timed and not judged.` })),
  ];
}
