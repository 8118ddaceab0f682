import { checkSettings } from '../../../server/src/config/editorSettings.js';
import { folderCompletions, folderDiagnostics, folderFixes, folderHover } from '../../../server/src/config/folderHelp.js';
import { parseFolderFile } from '../../../server/src/config/folderFile.js';
import { IgnorePatterns } from '../../../server/src/config/ignorePatterns.js';
import { review } from '../../../server/src/review/index.js';
import { builtinRubric } from '../../../server/src/rubric/builtin.js';
import { LineIndex, parseStory } from '../../../server/src/story/index.js';
import { mutated } from '../edits.js';
import { yaml } from '../frontMatters.js';
import { offsetsOutside, positionsOutside } from '../places.js';
import { many, pick, rollsOf, type Roll } from '../roll.js';
import { fail, type Target } from '../target.js';

const rubric = builtinRubric();
const KEYS = ['profile', 'rules', 'wordsPerMinute', 'confidentialTerms', 'language', 'star', '__proto__', '<<', 'no-tradeoff', 'vague-verb'];
const PATHS = ['a.star.md', 'drafts/', '*', '**', '!', '/', '[a-', '[!a]', '\\', '?', ' ', '#', '**/', '/**/', '{a,b}', '[]', '😀', '\r'];
const story = parseStory('## Action\n\nWe handled the issue at Harbour Lane.\n');

function checkFolderFile(text: string): void {
  const { problems, preferences } = parseFolderFile(text, rubric);
  const outside = offsetsOutside(problems, text);
  if (outside.length > 0) fail(`problems outside the file: ${outside.join(', ')}`);
  if (rollsOf(text)(8) === 0) review(story, rubric, { defaults: preferences });
  checkHelp(text, rollsOf(text));
  const pattern = text.slice(0, 200);
  const ignored = new IgnorePatterns(pattern);
  for (const path of ['a.star.md', 'drafts/a.star.md', `${'a/'.repeat(30)}a`, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab', '']) ignored.verdict(path, false);
  checkSettings({ profile: text, rules: { [text.slice(0, 9)]: text.slice(9, 15) }, wordsPerMinute: Number(text), confidentialTerms: [text, 7, null], rubrics: [text] }, rubric);
}

function checkHelp(text: string, roll: Roll): void {
  const encoding = pick(roll, ['utf-16', 'utf-8', 'utf-32'] as const);
  const file = { uri: 'file:///.starwright.yaml', text, rubric, encoding };
  const at = new LineIndex(text, encoding).positionAt(roll(text.length + 1));
  const range = { start: at, end: new LineIndex(text, encoding).positionAt(text.length) };
  const shown = [folderDiagnostics(file), folderFixes(file, range, { diagnostics: [] }), folderCompletions(file, at), folderHover(file, at, 'markdown')];
  const outside = positionsOutside(shown, [text], encoding);
  if (outside.length > 0) fail(`places outside the file: ${outside.join(', ')}`);
}

export const folderFiles: Target = {
  what: 'folder files, settings, ignore files',
  times: 24_000,
  make: (roll, saved) => {
    const kind = roll(4);
    if (kind === 0) return many(roll, 1, 12, () => pick(roll, PATHS));
    return saved.length > 0 && kind === 1 ? mutated(pick(roll, saved), saved, roll) : yaml(roll, KEYS);
  },
  check: checkFolderFile,
};
