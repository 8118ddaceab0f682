import { importStory } from '../../server/src/refactor/import/index.js';
import { refactorings } from '../../server/src/refactor/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { codeActions, codeLenses, completions, cutList, diagnostics, evidenceSheet, fixAll, glance, hover, inlayHints, reviewedStory, type ReviewedStory } from '../../server/src/service/index.js';
import { parseStory } from '../../server/src/story/index.js';

/** How long each thing done with a text took, in milliseconds. */
export type Times = Readonly<Record<'parse' | 'review' | 'import' | 'refactor' | 'editor', number>>;

/** Does once with a text whatever the editor and the command line do with it, the cursor in its middle. */
export function timesOf(text: string): Times {
  const at = Math.floor(text.length / 2);
  const [story, parse] = timed(() => parseStory(text));
  const [reviewed, review] = timed(() => reviewedStory({ uri: 'file:///a.star.md', version: 1 }, story, builtinRubric(), {}));
  const [, imported] = timed(() => importStory(text));
  const [, refactor] = timed(() => refactorings({ review: reviewed.review, rubric: reviewed.rubric, range: { start: at, end: at } }));
  const [, editor] = timed(() => showIn(reviewed, at));
  return { parse, review, import: imported, refactor, editor };
}

function showIn(reviewed: ReviewedStory, at: number): void {
  const position = reviewed.lines.positionAt(at);
  const whole = { start: { line: 0, character: 0 }, end: reviewed.lines.positionAt(reviewed.review.story.text.length) };
  const options = { documentChanges: true, snippetEdits: true };
  diagnostics(reviewed);
  codeActions(reviewed, whole, { diagnostics: [] }, options);
  fixAll(reviewed, { diagnostics: [], only: ['source.fixAll'] }, options);
  hover(reviewed, position, { hoverFormat: 'markdown', commandLinks: true });
  completions(reviewed, position, { snippets: true });
  codeLenses(reviewed, { commandLinks: true });
  inlayHints(reviewed, whole);
  glance(reviewed);
  evidenceSheet(reviewed);
  cutList(reviewed, 0, 90);
}

function timed<T>(run: () => T): [T, number] {
  const start = performance.now();
  const result = run();
  return [result, performance.now() - start];
}
