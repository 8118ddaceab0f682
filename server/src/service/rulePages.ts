import type { Criterion, RubricData } from '../rubric/types.js';

/** The page of a finding code: what it is about, with examples of both kinds, as Markdown. */
export interface RulePage extends Pick<Criterion, 'code' | 'title' | 'severity'> {
  /** The file of the rubric that says it: `beats/tradeoff.yaml`. */
  readonly file: string;
  readonly text: string;
}

interface Told extends Criterion {
  readonly file: string;
  readonly question?: string;
  /** Texts that raise the finding, and texts that do not. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
  readonly fills: readonly string[];
}

/** The pages of all findings about one story, by their codes. */
export function rulePages(data: RubricData): RulePage[] {
  return toldOf(data)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((told) => ({ code: told.code, title: told.title, severity: told.severity, file: told.file, text: textOf(told, data) }));
}

function toldOf({ beats, phrases, checks }: RubricData): Told[] {
  return [
    ...beats.flatMap(({ id, gaps, question, examples, fill }) => gaps.map((gap) => ({ ...gap, file: `beats/${id}.yaml`, question, bad: [], good: examples.heard, fills: [fill] }))),
    ...phrases.map((phrase) => ({ ...phrase, file: `phrases/${phrase.code}.yaml`, bad: phrase.examples.fires, good: phrase.examples.silent })),
    ...checks.map((check) => ({ ...check, file: `checks/${check.code}.yaml`, bad: [], good: [] })),
  ];
}

function textOf({ code, title, why, weak, strong, severity, sources, question, good, bad, fills }: Told, data: RubricData): string {
  const sentences = fills.flatMap((id) => data.templates.find((template) => template.id === id && template.kind === 'sentence')?.text ?? []);
  const parts = [
    `# ${title}`,
    severity === 'off' ? `\`${code}\`, off unless a person switches it on.` : `\`${code}\`, ${severity} unless a shape or a profile says otherwise.`,
    oneLine(why),
    question === undefined ? '' : `An interviewer would ask: *${question}*`,
    `| weak | strong |\n|---|---|\n| ${cell(weak)} | ${cell(strong)} |`,
    listed('It fires on', bad),
    listed('It is content with', good),
    listed('A sentence to start from', sentences),
    `## When it does not apply\n\n\`\`\`markdown\n<!-- star-disable-next-line ${code} -- why it does not apply -->\n\`\`\`\n\nor \`rules: { ${code}: off }\` in the story's front matter, in \`.starwright.yaml\`, or under \`starwright.rules\` in the editor's settings.`,
    listed('Source', sources.map((id) => data.sources.find((source) => source.id === id)?.title ?? id)),
  ];
  return parts.filter(Boolean).join('\n\n');
}

function listed(heading: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `## ${heading}\n\n${items.map((item) => `- ${oneLine(item)}`).join('\n')}`;
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}

function cell(text: string): string {
  return oneLine(text).replaceAll('|', '\\|');
}
