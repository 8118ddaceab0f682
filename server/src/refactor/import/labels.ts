import { lineEndOf, lineStartOf } from '../../story/lines.js';
import { parseStory, type Label, type Role, type Story } from '../../story/index.js';
import { outOfItem } from './indent.js';
import type { Shaped } from './postmortem.js';

interface Named {
  readonly label: Label;
  readonly depth: number;
  /** What a single letter stands for. */
  readonly name: string;
}

const NAMES: Readonly<Record<Role, string>> = { situation: 'Situation', task: 'Task', action: 'Action', result: 'Result', learning: 'Learning', body: 'Story' };

/**
 * A text whose bold and plain labels are headings of their own: sections `##`, steps `###`. Labels in block
 * quotes and code fences stay as they are, for nothing there can become a heading.
 */
export function labelsAsHeadings(text: string): Shaped {
  const story = parseStory(text);
  const depth = Math.min(...story.tellings[0].sections.flatMap(({ label }) => (label?.style === 'heading' ? [label.depth] : [])), 2);
  const labels = labelsOf(story, depth).filter(({ label }) => label.style !== 'heading' && canLead(story, label));
  let written = '';
  let done = 0;
  labels.forEach(({ label, depth: level, name }, index) => {
    const start = lineStartOf(text, label.start);
    const lead = text.slice(start, label.start);
    const after = /^[ \t]*(\([^)\r\n]{1,40}\))?[ \t]*(?:[:.|—–-](?:\*\*|__)?)?[ \t]*/.exec(text.slice(label.end, lineEndOf(text, label.end)))!;
    const until = labels[index + 1] ? lineStartOf(text, labels[index + 1]!.label.start) : text.length;
    const bodyStart = label.end + after[0].length;
    const body = text.slice(bodyStart, Math.max(until, bodyStart)).trimEnd();
    const number = /\d+[.)]/.exec(lead)?.[0];
    const title = [number, /^\p{L}$/u.test(label.text) ? name : label.text, after[1]].filter(Boolean).join(' ');
    written += `${text.slice(done, start).trimEnd()}\n\n${'#'.repeat(level)} ${title}\n\n${outOfItem(body, /\S/.test(lead) ? lead.length : 0).replace(/^(?:[ \t]*[\r\n])+/, '')}`;
    done = Math.max(until, bodyStart);
  });
  return { title: story.title?.value, text: `${written}\n${text.slice(done)}`.replace(/^(?:[ \t]*[\r\n])+/, '') };
}

function labelsOf(story: Story, depth: number): Named[] {
  const sections = story.tellings.flatMap((telling) => telling.sections);
  const named = [
    ...sections.flatMap(({ label, role }) => (label ? [{ label, depth, name: NAMES[role] }] : [])),
    ...sections.flatMap(({ steps }) => steps.map(({ label }) => ({ label, depth: depth + 1, name: label.text }))),
    ...story.asides.map(({ label }) => ({ label, depth, name: label.text })),
  ];
  const once = new Map(named.map((each) => [each.label.start, each] as const).reverse());
  return [...once.values()].sort((a, b) => a.label.start - b.label.start);
}

/** On a line that begins with it, or with the marker of its list item, and not part of what is said. */
function canLead(story: Story, label: Label): boolean {
  const lead = story.text.slice(lineStartOf(story.text, label.start), label.start);
  const spoken = /[:：]\s*\S/.test(label.text);
  const fenced = story.fences.some(({ start, end }) => label.start >= start && label.start < end);
  return /^[ \t]*(?:(?:[-*+]|\d{1,2}[.)])[ \t]+)?$/.test(lead) && !spoken && !fenced;
}
