import type { BeatReview, Edit, Finding, Review, SectionTiming, TellingReview } from '../../review/index.js';
import type { Severity } from '../../rubric/index.js';
import { saidOfBroken } from '../../service/index.js';
import { LineIndex, type Range, type Story } from '../../story/index.js';
import { plainJson } from '../errors.js';
import type { Outcome, Report, Reported } from './report.js';
import type { BeatReport, FileReport, FindingReport, PositionRange, SectionReport, Summary, TellingReport } from './types.js';

/** Turns a review into the form that scripts read; the only place that does. */
export function reportFile(path: string, review: Review): FileReport {
  const write = new Writer(review.story);
  const [own, ...others] = review.tellings.map((telling) => write.telling(telling));
  const { words, seconds, sections, findings } = own!;
  const title = review.story.title?.value ?? null;
  const shapes = review.shapes.map((shape) => shape.id);
  return {
    path,
    profile: review.profile.id,
    story: { title, shapes, words, seconds, sections },
    tellings: others,
    get beats() {
      return own!.beats;
    },
    findings,
    // Fixes are worked out above, and may break off there.
    broken: review.broken.map(({ part, name }) => ({ part, name, message: saidOfBroken({ part, name }) })),
  };
}

/** Every finding of a file, its further tellings' included. */
export function allFindings(file: FileReport): FindingReport[] {
  return [file, ...file.tellings].flatMap((telling) => telling.findings);
}

/** Counts findings by severity, story after story. */
export class Tally {
  #files = 0;
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };

  add(severities: readonly Severity[]): void {
    this.#files++;
    for (const severity of severities) this.#counts[severity]++;
  }

  get summary(): Summary {
    const { error, warning, information, hint } = this.#counts;
    return { files: this.#files, errors: error, warnings: warning, informations: information, hints: hint };
  }
}

/** The report of `check --format json`. */
export class JsonReport implements Report {
  #begun = false;

  part({ file }: Reported): string {
    return plainJson(file, 2).replace(/^/gm, '    ');
  }

  add(part: string): string {
    const before = this.#begun ? ',\n' : '{\n  "version": 1,\n  "files": [\n';
    this.#begun = true;
    return before + part;
  }

  end({ summary }: Outcome): string {
    const before = this.#begun ? '\n  ],\n' : '{\n  "version": 1,\n  "files": [],\n';
    return `${before}  "summary": ${plainJson(summary, 2).replace(/\n/g, '\n  ')}\n}\n`;
  }
}

class Writer {
  readonly #text: string;
  readonly #lines: LineIndex;

  constructor(story: Story) {
    this.#text = story.text;
    this.#lines = new LineIndex(story.text);
  }

  /** What only some reports say is worked out when one asks for it. */
  telling(review: TellingReview): TellingReport {
    const write = this;
    return {
      title: review.telling.title ?? null,
      words: review.timing.words,
      seconds: Math.round(review.timing.seconds),
      sections: review.timing.sections.map((timing) => this.#section(timing)),
      get beats() {
        return review.beats.map((beat) => write.#beat(beat));
      },
      findings: review.findings.map((finding) => this.#finding(finding)),
    };
  }

  #section({ section, role, words, sentences, seconds }: SectionTiming): SectionReport {
    return { role, words, sentences, seconds: Math.round(seconds), range: this.#range(section) };
  }

  #beat({ id, present, required, missing, evidence }: BeatReview): BeatReport {
    return {
      id,
      present,
      required,
      missing,
      evidence: evidence.map(({ strength, sentence }) => ({
        strength,
        range: this.#range(sentence),
        text: this.#text.slice(sentence.start, sentence.end),
      })),
    };
  }

  #finding(finding: Finding): FindingReport {
    const { rule, severity, message, range } = finding;
    const write = this;
    return {
      rule,
      severity,
      message,
      range: this.#range(range),
      get fixes() {
        return finding.fixes.map(({ title, edits }) => ({ title, edits: edits.map((edit) => write.#edit(edit)) }));
      },
    };
  }

  #edit(edit: Edit): { range: PositionRange; newText: string } {
    return { range: this.#range(edit), newText: edit.newText };
  }

  #range({ start, end }: Range): PositionRange {
    return { start: this.#lines.positionAt(start), end: this.#lines.positionAt(end) };
  }
}
