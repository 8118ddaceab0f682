import type { Check, Rubric } from '../../rubric/index.js';
import { nearest } from '../../story/nearest.js';
import type { Located, Range } from '../../story/types.js';
import { fixOf, MOST_UNKNOWN, type Candidate, type ReviewContext } from '../context.js';
import type { Fix } from '../types.js';

/** Problems of the front matter that the reader met, each under its own code. */
export function frontMatterProblems(context: ReviewContext, check: Check): Candidate[] {
  return (context.story.frontMatter?.problems ?? [])
    .filter((problem) => problem.code === check.code)
    .map((problem) => ({
      code: check.code,
      kind: 'file',
      role: 'body',
      range: { start: problem.start, end: problem.end },
      values: { name: problem.message, message: problem.message, suggestion: meant(problem.suggestion) },
      fixes: () => rename(problem, problem.suggestion),
    }));
}

/** Shapes, profiles, rules, signals and questions that the front matter names and the rubric does not know. */
export function unknownNames(context: ReviewContext, check: Check): Candidate[] {
  return namesFor(check.code, context)
    .filter(({ name, known }) => !known.includes(name.value))
    .slice(0, MOST_UNKNOWN)
    .map(({ name, known }) => {
      const suggestion = check.code === 'unknown-profile' ? nearestProfile(name.value, context.rubric) : nearest(name.value, known);
      return {
        code: check.code,
        kind: 'file',
        role: 'body',
        range: { start: name.start, end: name.end },
        values: { name: name.value, suggestion: meant(suggestion, known) },
        fixes: () => rename(name, suggestion),
      };
    });
}

function namesFor(code: string, { rubric, story }: ReviewContext): { name: Located<string>; known: string[] }[] {
  const front = story.frontMatter;
  if (!front) return [];
  const all = (names: readonly Located<string>[], known: string[]) => names.map((name) => ({ name, known }));
  if (code === 'unknown-shape') return all(front.shapes, idsOf(rubric, 'shapes'));
  if (code === 'unknown-signal') return all(front.signals, idsOf(rubric, 'signals'));
  // A question can be written out; only what looks like a name is looked up.
  if (code === 'unknown-question') return all(front.questions.filter(({ value }) => /^[a-z0-9]+(-[a-z0-9]+)+$/.test(value)), idsOf(rubric, 'questions'));
  if (code === 'unknown-profile') return front.profile && !rubric.profile(front.profile.value) ? all([front.profile], idsOf(rubric, 'profiles')) : [];
  const codes = rubric.codes();
  return [...front.rules].map(([rule, at]) => ({ name: { ...at, value: rule }, known: codes }));
}

/** The profile that was meant, each part of `star-l+esl` looked up for itself. */
function nearestProfile(value: string, rubric: Rubric): string | undefined {
  const known = idsOf(rubric, 'profiles');
  const parts = value.split('+').map((part) => (known.includes(part.trim()) ? part.trim() : nearest(part.trim(), known)));
  const meant = parts.join('+');
  return parts.includes(undefined) || !rubric.profile(meant) ? undefined : meant;
}

function idsOf(rubric: Rubric, kind: 'shapes' | 'profiles' | 'signals' | 'questions'): string[] {
  return rubric.data[kind].map(({ id }) => id);
}

/** "Did you mean …?", or the short list of what there is. */
function meant(suggestion: string | undefined, known: readonly string[] = []): string {
  if (suggestion) return ` Did you mean "${suggestion}"?`;
  return known.length > 0 && known.length <= 6 ? ` Known: ${known.join(', ')}.` : '';
}

function rename(range: Range, suggestion: string | undefined): Fix[] {
  return suggestion ? [fixOf(`Change to "${suggestion}"`, [{ start: range.start, end: range.end, newText: suggestion }], { preferred: true })] : [];
}

/** Questions of the front matter that ask how a person works or what they know: a story is no answer to them. */
export function answersNoStory(context: ReviewContext, check: Check): Candidate[] {
  const { rubric, story } = context;
  return (story.frontMatter?.questions ?? []).flatMap((named) => {
    const question = rubric.data.questions.find(({ id }) => id === named.value);
    const skeleton = question?.skeleton === undefined ? undefined : rubric.template(question.skeleton);
    if (!question || !skeleton || question.kind === 'experience') return [];
    const end = story.text.trimEnd().length;
    const text = `${story.eol}${story.eol}## Notes${story.eol}${story.eol}${question.text}${story.eol}${story.eol}${skeleton.text.trim().replace(/\r?\n/g, story.eol)}`;
    const fixes = (): Fix[] => [fixOf('Add the skeleton of an answer under Notes', [{ start: end, end, newText: text }], { preferred: true })];
    return [{ code: check.code, kind: 'file' as const, role: 'body' as const, range: { start: named.start, end: named.end }, values: { name: named.value, kind: question.kind }, fixes }];
  });
}
