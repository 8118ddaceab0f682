import type { Beat, Criterion, Profile, Question, Rubric, Shape, Signal } from '../rubric/index.js';
import { didYouMean } from '../story/nearest.js';
import { UsageError } from './errors.js';

/** What can be explained, each with an example that is built in. */
export const EXPLAINED = 'Name a finding code (no-tradeoff), a beat (root-cause), a kind of story (mistake), a profile (star-l), a signal (ownership) or a question (made-a-mistake).';

/** What a rubric says of a finding code, beat, shape, profile, signal or question, for a terminal. @throws UsageError */
export function explain(id: string, rubric: Rubric): string {
  const { beats, signals, questions } = rubric.data;
  const beat = beats.find((each) => each.id === id);
  if (beat) return explainBeat(beat, rubric);
  const criterion = rubric.criterion(id);
  if (criterion) return explainCriterion(criterion, rubric);
  const shape = rubric.shape(id);
  if (shape) return explainShape(shape, rubric);
  const profile = rubric.profile(id);
  if (profile) return explainProfile(profile);
  const signal = signals.find((each) => each.id === id);
  if (signal) return explainSignal(signal, rubric);
  const question = questions.find((each) => each.id === id);
  if (question) return explainQuestion(question, rubric);
  throw new UsageError(`nothing is called "${id}".${didYouMean(id, namesIn(rubric)) || ` ${EXPLAINED}`}`);
}

function namesIn(rubric: Rubric): string[] {
  const { beats, shapes, profiles, signals, questions } = rubric.data;
  return [...rubric.codes(), ...[...beats, ...shapes, ...profiles, ...signals, ...questions].map(({ id }) => id)];
}

function explainBeat(beat: Beat, rubric: Rubric): string {
  const heard = beat.examples.heard.slice(0, 2).map((example) => `  ${oneLine(example)}\n`).join('');
  const gaps = beat.gaps.map((gap) => explainCriterion(gap, rubric).trimEnd());
  return page(`${beat.title} (${beat.id})`, `An interviewer asks: ${beat.question}`, `Heard in\n${heard}`.trimEnd(), ...gaps);
}

function explainCriterion(criterion: Criterion, rubric: Rubric): string {
  const silence = `Silence  <!-- star-disable-next-line ${criterion.code} -- why -->, or rules: { ${criterion.code}: off }`;
  return page(`${criterion.title} (${criterion.code}, ${criterion.severity})`, oneLine(criterion.why), `Weak     ${oneLine(criterion.weak)}\nStrong   ${oneLine(criterion.strong)}`, `Source   ${sourcesOf(criterion, rubric)}\n${silence}`);
}

function explainShape(shape: Shape, rubric: Rubric): string {
  const asked = Object.entries(shape.beats).filter(([, level]) => level !== 'off').map(([id]) => (rubric.beat(id)?.title ?? id).toLowerCase());
  const opening = rubric.template(shape.opening)?.text;
  return page(
    `${shape.title} (${shape.id})`,
    oneLine(shape.summary),
    asked.length > 0 && `Asks for  ${asked.join(', ')}`,
    opening && `Opens     ${oneLine(opening)}`,
    shape.followUps.length > 0 && `They ask next\n${list(shape.followUps)}`,
    `Source    ${sourcesOf(shape, rubric)}`,
  );
}

function explainProfile({ id, title, summary, sections, limits, beats, rules }: Profile): string {
  const told = (map: Readonly<Record<string, unknown>>): string => Object.entries(map).map(([key, value]) => `${key} ${String(value)}`).join(', ');
  return page(`${title} (${id})`, oneLine(summary), sections.length > 0 && `Sections  ${sections.join(', ')}`, told(limits) && `Limits    ${told(limits)}`, told(beats) && `Beats     ${told(beats)}`, told(rules) && `Findings  ${told(rules)}`);
}

function explainSignal(signal: Signal, rubric: Rubric): string {
  const shapes = rubric.data.shapes.filter(({ signals }) => signals.includes(signal.id)).map(({ id }) => id);
  return page(`${signal.title} (${signal.id}, ${signal.family})`, oneLine(signal.about), `Weak    ${oneLine(signal.weak)}\nStrong  ${oneLine(signal.strong)}`, shapes.length > 0 && `Shown by ${shapes.join(', ')}`, `Source  ${sourcesOf(signal, rubric)}`);
}

function explainQuestion(question: Question, rubric: Rubric): string {
  const skeleton = question.skeleton === undefined ? undefined : rubric.template(question.skeleton);
  return page(
    `${question.text} (${question.id}, ${question.kind})`,
    question.shapes.length > 0 && `Kinds of story  ${question.shapes.join(', ')}`,
    question.signals.length > 0 && `Listens for     ${question.signals.join(', ')}`,
    skeleton && `It asks how you work or what you know, and wants no story. Answer it like this:\n\n${skeleton.text.trim()}`,
  );
}

function page(...parts: readonly (string | false | undefined)[]): string {
  return `${parts.filter((part) => typeof part === 'string' && part !== '').join('\n\n')}\n`;
}

function list(items: readonly string[]): string {
  return items.map((item) => `  - ${oneLine(item)}`).join('\n');
}

/** The titles of the guides that something comes from. */
export function sourcesOf({ sources }: { readonly sources: readonly string[] }, rubric: Rubric): string {
  return sources.map((id) => rubric.data.sources.find((source) => source.id === id)?.title ?? id).join('; ');
}

/** A text without its line breaks. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
