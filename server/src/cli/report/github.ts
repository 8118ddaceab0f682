import type { Severity } from '../../rubric/index.js';
import { allFindings } from './json.js';
import type { FindingReport } from './types.js';
import { summaryLine } from './pretty.js';
import type { Outcome, Report, Reported } from './report.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Workflow commands that GitHub Actions shows as annotations, ten of each kind for a step; its log has them all. */
export class GithubReport implements Report {
  readonly #fromRoot: (path: string) => string;

  /** `fromRoot` gives a story's path as seen from the repository. */
  constructor(fromRoot: (path: string) => string) {
    this.#fromRoot = fromRoot;
  }

  part({ file }: Reported): string {
    return allFindings(file).map((finding) => annotation(this.#fromRoot(file.path), finding)).join('');
  }

  add(part: string): string {
    return part;
  }

  end({ summary, problems }: Outcome): string {
    return problems.map((problem) => `::error title=Starwright::${data(problem)}\n`).join('') + summaryLine(summary);
  }
}

function annotation(path: string, { rule, severity, message, range: { start, end } }: FindingReport): string {
  const oneLine = start.line === end.line;
  // Columns are shown only within one line.
  const columns = oneLine ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const properties = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns, title: rule };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${COMMANDS[severity]} ${written.join(',')}::${data(message)}\n`;
}

/** The runner ends a command at the end of its line, and a property at a comma or colon: none of them may come from a story. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, ' ').replaceAll('##[', '## [');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
