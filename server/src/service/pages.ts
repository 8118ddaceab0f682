import { builtinRubric } from '../rubric/builtin.js';
import { rulePages } from './rulePages.js';

/** The address of a finding code's page; undefined for a code of a person's own rubric, which has none. */
export function pageOf(code: string, folder: string | undefined): string | undefined {
  return folder === undefined || !hasPage(code) ? undefined : `${folder}/${encodeURIComponent(code)}.md`;
}

/** True for a finding code that ships with a page. */
export function hasPage(code: string): boolean {
  return builtinRubric().criterion(code) !== undefined;
}

/** The page of a finding code as Markdown; null for a code that ships with none. */
export function rulePage(code: string): string | null {
  return rulePages(builtinRubric().data).find((page) => page.code === code)?.text ?? null;
}
