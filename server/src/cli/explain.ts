import { builtinRubric } from '../rubric/builtin.js';
import type { Beat, Criterion, Rubric } from '../rubric/index.js';
import { readArguments } from './args.js';
import { Exit, type ExitCode, UsageError } from './errors.js';
import { didYouMean } from '../story/nearest.js';

const HELP = `Usage: starwright rubric explain ID

Says what a finding code or a beat means: why an interviewer cares, who says so,
and a weak and a strong line.
`;

/** `starwright rubric explain ID`. */
export async function runRubric(words: readonly string[]): Promise<ExitCode> {
  const args = readArguments('rubric', words, { help: { type: 'boolean', short: 'h' } });
  if (args.has('help')) {
    process.stdout.write(HELP);
    return Exit.ok;
  }
  const [verb, id, ...more] = args.paths;
  if (verb === 'check') throw new UsageError('"rubric check" is not available in this version.');
  if (verb !== 'explain') throw unknownVerb(verb);
  if (id === undefined || more.length > 0) throw new UsageError('"rubric explain" needs one finding code or beat.');
  process.stdout.write(explain(id, builtinRubric()));
  return Exit.ok;
}

function explain(id: string, rubric: Rubric): string {
  const beat = rubric.data.beats.find((each) => each.id === id);
  if (beat) return explainBeat(beat, rubric);
  const criterion = rubric.codes().includes(id) ? rubric.criterion(id) : undefined;
  if (criterion) return explainCriterion(criterion, rubric);
  const known = [...rubric.codes(), ...rubric.data.beats.map((each) => each.id)];
  throw new UsageError(`unknown finding code or beat "${id}".${didYouMean(id, known)}`);
}

function explainBeat(beat: Beat, rubric: Rubric): string {
  const head = `${beat.title} (${beat.id})\n\nAn interviewer asks: ${beat.question}\n`;
  const heard = beat.examples.heard.slice(0, 2).map((example) => `  ${oneLine(example)}\n`);
  const gaps = beat.gaps.map((gap) => explainCriterion(gap, rubric));
  return [head, ...(heard.length > 0 ? [`Heard in\n${heard.join('')}`] : []), ...gaps].join('\n');
}

function explainCriterion(criterion: Criterion, rubric: Rubric): string {
  const titles = criterion.sources.map((id) => rubric.data.sources.find((source) => source.id === id)?.title ?? id);
  const parts = [
    `${criterion.title} (${criterion.code}, ${criterion.severity})`,
    oneLine(criterion.why),
    `Weak    ${oneLine(criterion.weak)}\nStrong  ${oneLine(criterion.strong)}`,
    titles.length > 0 ? `Source  ${titles.join('; ')}` : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function unknownVerb(verb: string | undefined): UsageError {
  if (verb === undefined) return new UsageError('say what to do: "starwright rubric explain ID".');
  return new UsageError(`unknown command "rubric ${verb}".${didYouMean(verb, ['explain', 'check'])}`);
}
