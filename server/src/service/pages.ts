import { builtinRubric } from '../rubric/builtin.js';

/** The address of a finding code's page; undefined for a code of a person's own rubric, which has none. */
export function pageOf(code: string, folder: string | undefined): string | undefined {
  return folder === undefined || !hasPage(code) ? undefined : `${folder}/${encodeURIComponent(code)}.md`;
}

/** True for a finding code that ships with a page. */
export function hasPage(code: string): boolean {
  return builtinRubric().criterion(code) !== undefined;
}
