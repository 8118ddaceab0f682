import { builtinRubric } from '../rubric/builtin.js';

/** The address of a finding code's page; undefined for a code of a person's own rubric, which has none. */
export function pageOf(code: string, folder: string | undefined): string | undefined {
  if (folder === undefined || builtinRubric().criterion(code) === undefined) return undefined;
  return `${folder}/${encodeURIComponent(code)}.md`;
}
