import { createHash } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import type { Edit, Finding } from '../../review/index.js';
import type { Severity } from '../../rubric/index.js';
import { hasSlot } from '../../service/snippets.js';
import { LineIndex, type Range } from '../../story/index.js';
import { plainJson } from '../errors.js';
import type { Outcome, Report, Reported } from './report.js';
import { describeRule, type SarifRule, SarifRules } from './sarifRules.js';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
const ROOT = '%SRCROOT%';
/** The name says how a fingerprint is made: another way needs another name. */
const FINGERPRINT = 'starwrightFinding/v1';

/** What the report says of the product. */
export interface SarifOptions {
  readonly version: string;
  /** The address of the folder with one page for each finding code. */
  readonly pages: string | undefined;
  /** Gives a story's path as seen from the repository. */
  readonly fromRoot: (path: string) => string;
}

/** The results of one story, each as JSON without its beginning, and what each rule that they name is. */
export interface SarifPart {
  readonly results: readonly { readonly rule: string; readonly json: string }[];
  readonly rules: readonly SarifRule[];
}

/** SARIF 2.1.0, for code scanning. The same stories give the same report wherever it is made. */
export class SarifReport implements Report<SarifPart> {
  readonly #options: SarifOptions;
  readonly #rules = new SarifRules();
  #begun = false;

  constructor(options: SarifOptions) {
    this.#options = options;
  }

  part({ file, review, rubric }: Reported): SarifPart {
    const path = this.#options.fromRoot(file.path);
    const write = new Places(path, review.story.text);
    const seen = new Map<string, number>();
    const results = review.tellings.flatMap(({ telling, findings }) =>
      findings.map((finding) => ({
        rule: finding.rule,
        json: plainJson({
          level: LEVELS[finding.severity],
          message: { text: withoutLinks(finding.message) },
          locations: [write.location(finding.range)],
          partialFingerprints: { [FINGERPRINT]: write.fingerprint(finding, telling.title ?? '', seen) },
          ...write.fixes(finding),
        }).slice(1),
      })),
    );
    const codes = [...new Set(results.map(({ rule }) => rule))];
    return { results, rules: codes.map((code) => describeRule(code, rubric, this.#options.pages)) };
  }

  add({ results, rules }: SarifPart): string {
    this.#rules.add(rules);
    return results.map(({ rule, json }) => this.#next(`{"ruleId":${plainJson(rule)},"ruleIndex":${this.#rules.indexOf(rule)},${json}`)).join('');
  }

  end({ problems, exitCode }: Outcome): string {
    const tool = { driver: { name: 'Starwright', semanticVersion: this.#options.version, rules: this.#rules.all } };
    const toolExecutionNotifications = problems.map((text) => ({ level: 'error', message: { text: withoutLinks(text) } }));
    const rest = {
      tool,
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository, or the folder the stories were checked in.' } } },
      invocations: [{ executionSuccessful: problems.length === 0, exitCode, toolExecutionNotifications }],
    };
    const before = this.#begun ? '' : HEAD;
    return `${before}\n],${plainJson(rest).slice(1, -1)}}]}\n`;
  }

  /** Results are written as they come; what they refer to follows them. */
  #next(result: string): string {
    const before = this.#begun ? ',\n' : `${HEAD}\n`;
    this.#begun = true;
    return before + result;
  }
}

const HEAD = '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{"results":[';

/** Where things are in one story. */
class Places {
  readonly #path: string;
  readonly #text: string;
  readonly #lines: LineIndex;

  constructor(path: string, text: string) {
    this.#path = path;
    this.#text = text;
    this.#lines = new LineIndex(text);
  }

  location(range: Range): object {
    return { physicalLocation: { artifactLocation: artifact(this.#path), region: this.#region(range) } };
  }

  /** The same for a finding wherever its lines move to: it is made of what is pointed at and not of where that is. */
  fingerprint({ rule, role, range }: Finding, telling: string, seen: Map<string, number>): string {
    const pointedAt = this.#text.slice(range.start, range.end).split(/[\r\n]/, 1)[0]!.trim().replace(/\s+/g, ' ');
    const what = JSON.stringify([rule, role, telling, pointedAt]);
    const nth = seen.get(what) ?? 0;
    seen.set(what, nth + 1);
    return `${createHash('sha256').update(what).digest('hex').slice(0, 32)}:${nth}`;
  }

  /** The fixes that are whole: what only the person knows cannot be put in by a tool. */
  fixes({ fixes }: Finding): object {
    const whole = fixes.filter(({ silences, edits }) => !silences && !edits.some(({ newText }) => hasSlot(newText)));
    return whole.length === 0 ? {} : { fixes: whole.map(({ title, edits }) => ({ description: { text: withoutLinks(title) }, artifactChanges: [this.#change(edits)] })) };
  }

  #change(edits: readonly Edit[]): object {
    return { artifactLocation: artifact(this.#path), replacements: edits.map((edit) => ({ deletedRegion: this.#region(edit), insertedContent: { text: edit.newText } })) };
  }

  #region(range: Range): object {
    const [start, end] = [this.#lines.positionAt(range.start), this.#lines.positionAt(range.end)];
    return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
  }
}

/** A file in the repository by its relative address, any other by its whole one. */
function artifact(path: string): object {
  if (/^(?:\.\.?\/|\/|[a-z]:)/i.test(path)) return { uri: pathToFileURL(path).toString() };
  return { uri: path.replace(/\p{Surrogate}/gu, '\uFFFD').split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

/** In a message `[words](address)` is a link, which only its brackets make. */
function withoutLinks(text: string): string {
  return /\]\(/.test(text) ? text.replace(/[\\[\]]/g, '\\$&') : text;
}
