/** Every door, in the order of the page: id, title, and the page that says more. */
export const DOORS = [
  ['vscode', 'VS Code', '../README.md#in-vs-code'],
  ['vscode-web', 'VS Code for the Web', '../README.md#in-vs-code'],
  ['vscode-restricted', 'VS Code, folder not trusted', 'privacy.md'],
  ['neovim', 'Neovim', 'editors.md'],
  ['emacs', 'Emacs', 'editors.md'],
  ['any-lsp-client', 'any client of the language server', 'editors.md'],
  ['command-line', 'command line', '../README.md#on-the-command-line'],
  ['code-scanning', 'code scanning', 'continuous-integration.md'],
  ['pre-commit', 'pre-commit', 'continuous-integration.md'],
  ['github-action', 'GitHub Action', 'continuous-integration.md'],
  ['vscode-task', 'VS Code task', 'continuous-integration.md'],
  ['agents-mcp', 'agents, by MCP', 'agents.md'],
  ['agents-vscode', 'agents in VS Code', 'agents.md'],
  ['library', 'library', 'library.md'],
];

/** Every feature, in the order of the page: id, and what it is. */
export const FEATURES = [
  ['diagnostics', 'findings, in their places'],
  ['fix', 'a fix is applied'],
  ['hover', 'hover: why, with a weak and a strong line'],
  ['completion', 'completion'],
  ['lens', 'times and what was heard, above the story and its sections'],
  ['positions', 'positions are right after an emoji'],
  ['new-story', 'a new story from a template'],
  ['bank', 'all stories as one bank'],
  ['match', 'which story answers a question'],
  ['coverage', 'what the stories cover'],
  ['rehearse', 'cues and times to say it aloud'],
  ['export', 'cue cards'],
  ['own-rubric', 'a rubric of your own'],
  ['explain', 'what is behind a finding'],
  ['questions', 'what interviewers ask'],
];

const TAG = /(?<=^|[\s'"`])@([a-z][a-z-]*):([a-z][a-z-]*)/g;
const TAGS_AT_END = /(?: @[a-z][a-z-]*:[a-z][a-z-]*)+$/;
const known = (list, id) => list.some(([each]) => each === id);

/** The cells that a title, or the source of a test, names as `@DOOR:FEATURE`; as `DOOR:FEATURE`. */
export const cellsIn = (text) => [...text.matchAll(TAG)].filter(([, door, feature]) => known(DOORS, door) && known(FEATURES, feature)).map(([, door, feature]) => `${door}:${feature}`);

/** Tags of which one half is a door or a feature and the other is not: slips of the pen. */
export const slipsIn = (text) => [...text.matchAll(TAG)].filter(([, door, feature]) => known(DOORS, door) !== known(FEATURES, feature)).map(([tag]) => tag.trim());

/** A test's title as people read it: without the cells it proves. */
export const plainTitle = (title) => title.replace(TAGS_AT_END, '');

/**
 * What a run says of every cell, as `{ cell: { passed, failed, skipped } }` in numbers of tests, from the `tried`
 * of its outcomes: `[{ cell, status }]`.
 */
export function cellsOf(outcomes) {
  const cells = {};
  for (const { cell, status } of outcomes.flatMap(({ tried }) => tried)) {
    cells[cell] ??= { passed: 0, failed: 0, skipped: 0 };
    cells[cell][status] += 1;
  }
  return cells;
}

/** A cell of a run in words: `yes (3)`, `failed`, `not tried here` or an empty one; `promised` are cells that only suites left out name. */
export function word({ passed = 0, failed = 0, skipped = 0 } = {}, promised = false) {
  if (failed > 0) return 'failed';
  if (passed > 0) return `yes (${passed})`;
  return skipped > 0 || promised ? 'not tried here' : '';
}
