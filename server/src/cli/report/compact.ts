import { plainLine } from '../errors.js';
import { allFindings } from './json.js';
import type { Report, Reported } from './report.js';

/** One line a finding, `path:line:column: severity: message (code)`, as problem matchers and `:make` read it. */
export class CompactReport implements Report {
  part({ file }: Reported): string {
    return allFindings(file)
      .map(({ range: { start }, severity, message, rule }) => `${plainLine(`${file.path}:${start.line + 1}:${start.character + 1}: ${severity}: ${message} (${rule})`)}\n`)
      .join('');
  }

  add(part: string): string {
    return part;
  }

  end(): string {
    return '';
  }
}
