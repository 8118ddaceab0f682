import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver-types';
import { attempt } from '../review/attempt.js';
import type { Severity } from '../rubric/types.js';
import { nameOfBroken } from './broken.js';
import { pageOf } from './pages.js';
import { numberedFindings, toLspRange, type NumberedFinding, type ReviewedStory } from './reviewed.js';

export const DIAGNOSTIC_SOURCE = 'starwright';

/** What a diagnostic carries so that its fixes are found again. */
export interface DiagnosticData {
  readonly rule: string;
  readonly nth: number;
}

export interface DiagnosticOptions {
  /** The address of the folder that holds one page for each finding code. */
  readonly pages?: string | undefined;
}

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The diagnostics of a story from top to bottom, or of these findings in it; before them, whether a check broke off. */
export function diagnostics(reviewed: ReviewedStory, options: DiagnosticOptions = {}, findings: readonly NumberedFinding[] = numberedFindings(reviewed.review)): Diagnostic[] {
  const found = findings.flatMap((numbered) => attempt(reviewed.review.broken, 'check', numbered.finding.rule, () => [toDiagnostic(reviewed, numbered, options)], []));
  return [...brokenOff(reviewed), ...found];
}

/** One line at the top of a story of which not everything could be checked; none in every other. What was only left out of an offer is told in the log. */
function brokenOff({ review }: ReviewedStory): Diagnostic[] {
  const broken = review.broken.filter(({ part }) => part === 'check' || part === 'hearing');
  const [first, ...more] = broken;
  if (first === undefined) return [];
  const what = more.length === 0 ? `${nameOfBroken(first)} broke off` : `${broken.length} checks broke off`;
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const message = `${what}: a fault in Starwright, not in your story. Its log says more.`;
  return [{ range, severity: DiagnosticSeverity.Information, source: DIAGNOSTIC_SOURCE, code: 'check-broke-off', message }];
}

/** The one place where a finding becomes a diagnostic. */
export function toDiagnostic(
  reviewed: ReviewedStory,
  { finding, nth }: NumberedFinding,
  options: DiagnosticOptions = {},
): Diagnostic {
  const data: DiagnosticData = { rule: finding.rule, nth };
  const diagnostic: Diagnostic = {
    range: toLspRange(reviewed, finding.range),
    severity: SEVERITIES[finding.severity],
    source: DIAGNOSTIC_SOURCE,
    code: finding.rule,
    message: finding.message,
    data,
  };
  const href = pageOf(finding.rule, options.pages);
  if (href !== undefined) diagnostic.codeDescription = { href };
  if (finding.rule === 'unused-suppression') diagnostic.tags = [DiagnosticTag.Unnecessary];
  return diagnostic;
}

/** What a diagnostic that came back from the editor points at; undefined when it is not ours. */
export function diagnosticData(diagnostic: Diagnostic): DiagnosticData | undefined {
  if (diagnostic?.source !== DIAGNOSTIC_SOURCE || typeof diagnostic.code !== 'string') return undefined;
  const data = diagnostic.data as Partial<DiagnosticData> | undefined;
  const nth = data?.rule === diagnostic.code && typeof data.nth === 'number' ? data.nth : -1;
  return { rule: diagnostic.code, nth };
}
