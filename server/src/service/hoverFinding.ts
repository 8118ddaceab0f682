import type { Finding } from '../review/types.js';
import type { Rubric } from '../rubric/index.js';
import type { Criterion } from '../rubric/types.js';
import { commandLink, INKS, type HoverFormat, type Ink } from './ink.js';
import { hasPage } from './pages.js';
import { toLspRange, type ReviewedStory } from './reviewed.js';

/** What a finding is about, and with `links` what can be done about it here. */
export function findingText(reviewed: ReviewedStory, finding: Finding, ink: Ink, links: boolean): string {
  const criterion = reviewed.rubric.criterion(finding.rule);
  const text = criterion === undefined ? `${ink.text(finding.message)} ${ink.code(finding.rule)}` : criterionText(reviewed, criterion, ink);
  return links ? `${text}\n\n${linksOf(reviewed, finding).join(' · ')}` : text;
}

/** Title, why an interviewer cares, a weak and a strong line, and who says so. */
export function criterionText(reviewed: Pick<ReviewedStory, 'rubric'>, criterion: Criterion, ink: Ink): string {
  const lines = [`${ink.strong(criterion.title)} ${ink.code(criterion.code)}`];
  if (criterion.why.trim() !== '') lines.push(ink.text(criterion.why));
  const examples = [labelled('Weak:', criterion.weak, ink), labelled('Strong:', criterion.strong, ink)];
  lines.push(examples.filter(Boolean).join(ink.lineBreak));
  lines.push(labelled('Source:', sourceTitles(reviewed, criterion.sources).join(', '), ink));
  return lines.filter(Boolean).join('\n\n');
}

/** What a hover says of a finding code, wherever it is written; undefined for one that is not known. */
export function explainCode(rubric: Rubric, code: string, format: HoverFormat): string | undefined {
  const criterion = rubric.criterion(code);
  return criterion && criterionText({ rubric }, criterion, INKS[format]);
}

function linksOf(reviewed: ReviewedStory, { rule, range, severity, fixes }: Finding): string[] {
  const links = [commandLink('Change how much it matters', 'tuneRule', [reviewed.uri, rule, severity])];
  if (fixes.some(({ silences }) => silences)) {
    links.unshift(commandLink('Leave it out here, with a reason', 'silence', [reviewed.uri, rule, toLspRange(reviewed, range).start]));
  }
  if (hasPage(rule)) links.push(commandLink('More about it', 'showRule', [rule]));
  return links;
}

/** A line that says what it is, or nothing when there is nothing to say. */
function labelled(label: string, text: string, ink: Ink): string {
  return text.trim() === '' ? '' : `${ink.strong(label)} ${ink.text(text)}`;
}

function sourceTitles(reviewed: Pick<ReviewedStory, 'rubric'>, ids: readonly string[]): string[] {
  const guides = reviewed.rubric.data.sources;
  return ids.map((id) => guides.find((guide) => guide.id === id)?.title ?? id);
}
