import type { Rubric } from '../../rubric/index.js';
import type { Criterion } from '../../rubric/types.js';
import { didYouMean } from '../../story/nearest.js';
import { slotsIn } from '../snippets.js';
import { Refusal } from './refusal.js';

/** What the rubric says of one of its things. */
export interface Explanation {
  readonly id: string;
  readonly kind: 'finding' | 'beat' | 'kind of story' | 'profile' | 'signal' | 'question';
  readonly title: string;
  /** Why an interviewer cares, or what it is. */
  readonly about: string;
  /** What an interviewer asks. */
  readonly questions: readonly string[];
  readonly weak: string | null;
  readonly strong: string | null;
  /** Texts to fill in, from the rubric. */
  readonly write: readonly { readonly text: string; readonly slots: readonly string[] }[];
  /** Ids of what belongs to it: the beats of a kind of story, the codes of a beat … */
  readonly related: readonly string[];
  readonly sources: readonly string[];
}

/** What a finding code, beat, kind of story, profile, signal or question means. @throws Refusal for any other name */
export function explainAnswer(id: string, rubric: Rubric): Explanation {
  const known = beat(id, rubric) ?? finding(id, rubric) ?? shape(id, rubric) ?? profile(id, rubric) ?? signal(id, rubric) ?? question(id, rubric);
  if (known) return known;
  const { beats, shapes, profiles, signals, questions } = rubric.data;
  const names = [...rubric.codes(), ...[...beats, ...shapes, ...profiles, ...signals, ...questions].map((each) => each.id)];
  throw new Refusal(`Nothing is called "${id.slice(0, 80)}".${didYouMean(id, names)} Known are finding codes such as no-tradeoff, beats such as root-cause, kinds of story, profiles, signals and questions.`);
}

const NOTHING = { about: '', questions: [], weak: null, strong: null, write: [], related: [], sources: [] };

function beat(id: string, rubric: Rubric): Explanation | undefined {
  const found = rubric.beat(id);
  const [gap] = found?.gaps ?? [];
  return found && { ...NOTHING, ...(gap && judged(gap, rubric)), id, kind: 'beat', title: found.title, questions: [found.question], write: texts([found.fill], rubric), related: found.gaps.map(({ code }) => code) };
}

function finding(code: string, rubric: Rubric): Explanation | undefined {
  const criterion = rubric.criterion(code);
  if (!criterion) return undefined;
  const { beats, phrases, checks } = rubric.data;
  const missed = beats.find(({ gaps }) => gaps.some((gap) => gap.code === code));
  const fills = missed ? [missed.fill] : [...phrases, ...checks].find((each) => each.code === code)?.fills ?? [];
  return { ...NOTHING, id: code, kind: 'finding', title: criterion.title, ...judged(criterion, rubric), questions: missed ? [missed.question] : [], write: texts(fills, rubric), related: missed ? [missed.id] : [] };
}

function shape(id: string, rubric: Rubric): Explanation | undefined {
  const found = rubric.shape(id);
  const asked = Object.entries(found?.beats ?? {}).filter(([, level]) => level !== 'off').map(([each]) => each);
  return found && { ...NOTHING, id, kind: 'kind of story', title: found.title, about: oneLine(found.summary), questions: found.followUps, write: texts([found.opening, found.template], rubric), related: asked, sources: sourcesOf(found.sources, rubric) };
}

function profile(id: string, rubric: Rubric): Explanation | undefined {
  const found = rubric.profile(id);
  return found && { ...NOTHING, id, kind: 'profile', title: found.title, about: oneLine(found.summary), related: found.themes, sources: sourcesOf(found.sources, rubric) };
}

function signal(id: string, rubric: Rubric): Explanation | undefined {
  const found = rubric.data.signals.find((each) => each.id === id);
  const shown = rubric.data.shapes.filter(({ signals }) => signals.includes(id)).map((each) => each.id);
  return found && { ...NOTHING, id, kind: 'signal', title: found.title, about: oneLine(found.about), weak: oneLine(found.weak), strong: oneLine(found.strong), related: shown, sources: sourcesOf(found.sources, rubric) };
}

function question(id: string, rubric: Rubric): Explanation | undefined {
  const found = rubric.data.questions.find((each) => each.id === id);
  if (!found) return undefined;
  const skeleton = found.skeleton === undefined ? [] : [found.skeleton];
  const about = skeleton.length > 0 ? 'It asks how a person works or what they know: a short answer fits better than a story.' : 'It asks for something that happened.';
  return { ...NOTHING, id, kind: 'question', title: found.text, about, write: texts(skeleton, rubric), related: [...found.shapes, ...found.signals], sources: sourcesOf(found.sources, rubric) };
}

function judged({ why, weak, strong, sources }: Criterion, rubric: Rubric): Pick<Explanation, 'about' | 'weak' | 'strong' | 'sources'> {
  return { about: oneLine(why), weak: oneLine(weak), strong: oneLine(strong), sources: sourcesOf(sources, rubric) };
}

function texts(ids: readonly string[], rubric: Rubric): Explanation['write'] {
  return ids.flatMap((id) => rubric.template(id) ?? []).map(({ text }) => ({ text: text.trim(), slots: slotsIn(text) }));
}

function sourcesOf(ids: readonly string[], { data }: Rubric): string[] {
  return ids.map((id) => data.sources.find((source) => source.id === id)?.title ?? id);
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
