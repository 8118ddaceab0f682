import { styleText } from 'node:util';
import type { BeatReview } from '../../review/index.js';
import type { Rubric, Severity } from '../../rubric/index.js';
import { plainLine } from '../errors.js';
import type { FindingReport, Summary, TellingReport } from './types.js';
import type { Outcome, Report, Reported } from './report.js';

type Paint = (style: Style, text: string) => string;
type Style = 'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green';

const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'blue',
  hint: 'cyan',
};

/** Writes reviews for a person at a terminal. Colour only repeats what the words say. */
export class PrettyReport implements Report {
  readonly #paint: Paint;

  constructor(colour: boolean) {
    this.#paint = colour ? (style, text) => styleText(style, text) : (_, text) => text;
  }

  part(reported: Reported): string {
    return `${this.#file(reported)}\n`;
  }

  add(part: string): string {
    return part;
  }

  end({ summary }: Outcome): string {
    return summaryLine(summary);
  }

  #file({ file, review, rubric }: Reported): string {
    const { title } = file.story;
    const head = this.#paint('underline', plainLine(file.path)) + (title === null ? '' : `  ${this.#paint('bold', plainLine(title))}`);
    const target = review.profile.limits.targetSeconds;
    const heard = review.tellings.map(({ beats }) => heardAndMissing(beats, rubric));
    const own = { ...file.story, findings: file.findings };
    const lines = [head, ...this.#telling(own, heard[0]!, target, [...file.story.shapes, file.profile])];
    for (const [index, telling] of file.tellings.entries()) {
      lines.push(`  ${this.#paint('bold', `Framing: ${plainLine(telling.title ?? '')}`)}`, ...this.#telling(telling, heard[index + 1]!, target, []));
    }
    return `${lines.join('\n')}\n`;
  }

  #telling(telling: Omit<TellingReport, 'title' | 'beats'>, beats: Spoken, target: number, facts: readonly string[]): string[] {
    if (telling.words === 0) return this.#findings(telling.findings);
    const time = `${telling.seconds} of ${target} s`;
    const parts = telling.sections.filter((section) => section.words > 0);
    const sections = parts.map(({ role, seconds }) => `${role} ${seconds} s`).join(', ');
    const timing = [time, `${telling.words} words`, sections, ...facts].filter((part) => part !== '').join(' · ');
    return [`  ${timing}`, ...this.#beats(beats), ...this.#findings(telling.findings)];
  }

  #beats({ heard, missing }: Spoken): string[] {
    const parts = [];
    if (heard.length > 0) parts.push(`${this.#paint('green', 'heard')} ${heard.join(', ')}`);
    if (missing.length > 0) parts.push(`${this.#paint('yellow', 'missing')} ${missing.join(', ')}`);
    return parts.length > 0 ? [`  ${parts.join(' · ')}`] : [];
  }

  #findings(findings: readonly FindingReport[]): string[] {
    const sorted = [...findings].sort(compare).map(({ range, severity, message, rule }) => ({ range, severity, message: plainLine(message), rule }));
    const places = sorted.map(({ range }) => `${range.start.line + 1}:${range.start.character + 1}`);
    const placeWidth = Math.max(0, ...places.map((place) => place.length));
    const severityWidth = Math.max(0, ...sorted.map(({ severity }) => severity.length));
    const messageWidth = Math.max(0, ...sorted.map(({ message }) => message.length));
    return sorted.map(({ severity, message, rule }, i) => {
      const place = this.#paint('dim', places[i]!.padStart(placeWidth));
      const level = this.#paint(SEVERITY_STYLE[severity], severity.padEnd(severityWidth));
      return `  ${place}  ${level}  ${message.padEnd(messageWidth)}  ${this.#paint('dim', rule)}`;
    });
  }
}

/** "2 stories: 1 warning": one line that sums a run up. */
export function summaryLine(summary: Summary): string {
  if (summary.files === 0) return 'No stories reviewed.\n';
  const counts = [
    count(summary.errors, 'error'),
    count(summary.warnings, 'warning'),
    summary.informations > 0 ? `${summary.informations} information` : '',
    count(summary.hints, 'hint'),
  ].filter((part) => part !== '');
  const stories = summary.files === 1 ? '1 story' : `${summary.files} stories`;
  return `${stories}: ${counts.join(', ') || 'no findings'}\n`;
}

/** The titles of the beats that a telling says, and of those that are reported missing. */
interface Spoken {
  readonly heard: readonly string[];
  readonly missing: readonly string[];
}

function heardAndMissing(beats: readonly BeatReview[], rubric: Rubric): Spoken {
  const titles = (some: readonly BeatReview[]): string[] => some.map(({ id }) => (rubric.beat(id)?.title ?? id).toLowerCase());
  return { heard: titles(beats.filter(({ concerns, present }) => concerns && present)), missing: titles(beats.filter(({ missing }) => missing)) };
}

function compare(a: FindingReport, b: FindingReport): number {
  const from = a.range.start;
  const to = b.range.start;
  return from.line - to.line || from.character - to.character || rank(a) - rank(b) || (a.rule < b.rule ? -1 : 1);
}

function rank({ severity }: FindingReport): number {
  return Object.keys(SEVERITY_STYLE).indexOf(severity);
}

function count(n: number, word: string): string {
  if (n === 0) return '';
  return `${n} ${word}${n === 1 ? '' : 's'}`;
}
