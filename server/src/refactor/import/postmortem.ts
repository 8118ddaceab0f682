import { readMarkdown } from '../../story/markdown.js';
import type { Role, StepKind } from '../../story/types.js';
import { readAs, tellsPostmortem, type Home } from './homes.js';
import { headingText, partsOf, type Mark, type Part } from './parts.js';

/** A text in the form of a story. */
export interface Shaped {
  /** What its first heading says; undefined where it has none but labels. */
  readonly title: string | undefined;
  readonly text: string;
}

const STEPS: readonly (readonly [StepKind, string])[] = [
  ['diagnosis', 'Diagnosis'],
  ['root-cause', 'Root cause'],
  ['tradeoff', 'Tradeoff'],
  ['implementation', 'Implementation'],
  ['prevention', 'Prevention'],
];

/** Whether a text with these marks is laid out as a postmortem and not as a story. */
export function isPostmortem(marks: readonly Mark[]): boolean {
  const headings = marks.map(({ heading }) => heading);
  const told = headings.filter((heading) => /^(situation|task|action)s?$/i.test(heading)).length;
  return told < 2 && new Set(headings.filter(tellsPostmortem).map((heading) => heading.toLowerCase())).size >= 2;
}

/**
 * A postmortem (without front matter) in the order of a story: every part under the section or step it belongs to,
 * with the heading it had; what has no place stands in Notes in full.
 */
export function postmortemAsStory(text: string, marks: readonly Mark[]): Shaped {
  const { title, preamble, parts } = partsOf(text, marks);
  const tells = parts.some(({ home, heading }) => isRole(home, 'situation') && !/impact|scope/i.test(heading));
  const opens = !tells && isProse(preamble);
  const written = [
    title === undefined ? '' : `# ${title}`,
    section('Situation', 'situation', parts.filter(({ home }) => isRole(home, 'situation')), opens ? preamble : ''),
    action(parts),
    section('Result', 'result', parts.filter(({ home }) => isRole(home, 'result'))),
    section('Learning', 'learning', parts.filter(({ home }) => isRole(home, 'learning'))),
    section('Notes', undefined, parts.filter(({ home }) => home === 'notes'), opens ? '' : preamble),
  ];
  return { title, text: written.filter((each) => each !== '').join('\n\n') };
}

function isRole(home: Home, role: Role): boolean {
  return home !== 'notes' && 'role' in home && home.role === role;
}

/** Running sentences, and no list of names and dates. */
function isProse(text: string): boolean {
  return text.split(/\r\n|\r|\n/).some((line) => !/^[ \t]*(?:[-*+|>#]|\*\*|\w[\w ]{0,20}:)/.test(line) && (line.match(/\p{L}{2,}/gu)?.length ?? 0) >= 8);
}

/** A section with its parts as sub-sections; one whose first part is called as the section lends its name. */
function section(name: string, role: Role | undefined, parts: readonly Part[], before = ''): string {
  if (parts.length === 0 && before.trim() === '') return '';
  const [first] = parts;
  const meaning = first && before.trim() === '' ? readAs(first.heading) : undefined;
  const same = meaning?.kind === 'section' && meaning.covers[0] === role && !meaning.impact;
  const blocks = parts.map((part, index) => (same && index === 0 ? deeper(part.body, 2) : `### ${part.heading}\n\n${deeper(part.body, 3)}`));
  return joined([`## ${same ? first!.heading : name}`, deeper(before, 2), ...blocks]);
}

function action(parts: readonly Part[]): string {
  const steps = STEPS.flatMap(([kind, name]) => {
    const own = parts.filter(({ home }) => home !== 'notes' && 'step' in home && home.step === kind);
    return own.length === 0 ? [] : [step(kind, name, own)];
  });
  return steps.length === 0 ? '' : joined(['## Action', ...steps]);
}

/** A step with its parts, those first that are called as the step itself. */
function step(kind: StepKind, name: string, parts: readonly Part[]): string {
  const called = parts.filter(({ heading }) => isStep(heading, kind));
  const others = parts.filter(({ heading }) => !isStep(heading, kind));
  const [first, ...more] = called;
  return joined([
    `### ${first?.heading ?? name}`,
    ...(first ? [deeper(first.body, 3)] : []),
    ...more.map((part) => `### ${part.heading}\n\n${deeper(part.body, 3)}`),
    ...others.map((part) => `${lead(part.heading)}\n\n${deeper(part.body, 3)}`),
  ]);
}

function isStep(heading: string, kind: StepKind): boolean {
  const meaning = readAs(heading);
  return meaning?.kind === 'step' && meaning.step === kind;
}

/** The name of a part inside a step; as a comment where it would be taken for a section. */
function lead(heading: string): string {
  return readAs(heading) === undefined || /--|>/.test(heading) ? `**${heading}**` : `<!-- ${heading} -->`;
}

/** The text with its headings below a depth, in the form `### …`. */
function deeper(text: string, depth: number): string {
  if (!text.includes('#') && !/^[ \t>]*[=-]+[ \t]*$/m.test(text)) return closed(trimmed(text));
  const headings = readMarkdown(text).blocks.filter(({ kind }) => kind === 'heading');
  const highest = Math.min(...headings.map((block) => block.depth));
  let written = '';
  let done = 0;
  for (const block of headings) {
    written += `${text.slice(done, block.start)}${'#'.repeat(Math.min(6, block.depth - highest + depth + 1))} ${headingText(text.slice(block.start, block.end))}`;
    done = block.end;
  }
  return closed(trimmed(written + text.slice(done)));
}

function trimmed(text: string): string {
  return text.replace(/^(?:[ \t]*[\r\n])+/, '').trimEnd();
}

/** A fence or comment that only the end of the text closed must not swallow what follows now. */
function closed(text: string): string {
  if (!/```|~~~|<!--|<(?:pre|script|style|textarea)/i.test(text) || !swallows(text)) return text;
  const longest = Math.max(3, ...(text.match(/`{3,}|~{3,}/g) ?? []).slice(-1000).map(({ length }) => length));
  const ends = ['`'.repeat(longest), '~'.repeat(longest), '-->', '</pre>', '</script>', '</style>', '</textarea>'].map((end) => `${text}\n${end}`);
  return ends.find((ended) => !swallows(ended)) ?? text;
}

function swallows(text: string): boolean {
  const follows = readMarkdown(`${text}\n\n# Next`).blocks.at(-1);
  return follows?.kind !== 'heading' || follows.prose.trim() !== 'Next';
}

function joined(blocks: readonly string[]): string {
  return blocks.filter((block) => block.trim() !== '').join('\n\n');
}
