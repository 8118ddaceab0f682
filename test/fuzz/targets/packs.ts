import { compileRubric } from '../../../server/src/rubric/index.js';
import { readPack, EMPTY_RUBRIC, type PackFile } from '../../../server/src/pack/index.js';
import { review } from '../../../server/src/review/index.js';
import { builtinRubric } from '../../../server/src/rubric/builtin.js';
import type { RubricData } from '../../../server/src/rubric/types.js';
import { parseStory } from '../../../server/src/story/index.js';
import { edited, mutated } from '../edits.js';
import { yaml } from '../frontMatters.js';
import { offsetsOutside } from '../places.js';
import { many, pick, rollsOf, type Roll } from '../roll.js';
import { fail, type Target } from '../target.js';

const { data } = builtinRubric();
/** A rubric that is small enough to be laid over thousands of times. */
const SMALL: RubricData = { ...EMPTY_RUBRIC, sources: data.sources, lexicons: data.lexicons.slice(0, 4), beats: [], profiles: data.profiles.filter(({ id }) => id === 'balanced') };

const PATHS = ['pack.yaml', 'beats/a.yaml', 'phrases/b.yaml', 'checks/c.yaml', 'lexicons/d.yaml', 'profiles/e.yaml', 'shapes/f.yaml', 'templates/g.yaml', 'questions/h.yaml', 'signals.yaml', 'sources.yaml', 'wordings/i.yaml', 'kin.yaml', 'loops.yaml', 'plans.yaml', 'probes/j.yaml', 'wider/k.yaml', 'nowhere/l.yaml', 'beats/../m.yaml'];
const KEYS = ['id', 'title', 'message', 'why', 'weak', 'strong', 'severity', 'cues', 'patterns', 'unless', 'in', 'strength', 'examples', 'heard', 'missed', 'fires', 'silent', 'extends', 'replace', 'words', 'about', 'question', 'section', 'fill', 'limits', 'name', 'off', 'findings', 'text', 'kind', 'sources', '__proto__', '<<', 'beats', 'measure', 'sections'];
const PATTERN_PARTS = ['(', ')', '|', '{', '}', '...', '...3 ', '...99999 ', '?', ' ', 'word', '{cause}', '{figure}', '{nothing}', '^', '$', '*', '+', '\\', '"', 'a|b', '(a|(b|c)) ', "n't", '😀', '', '(((((((', 'x y z ', '...-1 ', '...0 ', '[slot]', '~'];

/** A phrase of one's own that is right but for what is put into it. */
const PHRASE = (roll: Roll): string =>
  `id: in-house\ntitle: In-house words\nmessage: '"{match}" is known in one house only.'\nwhy: A stranger does not know it.\nsources: [${pick(roll, data.sources).id}]\nweak: I fixed the Hubbub.\nstrong: I fixed the mail queue.\nseverity: ${pick(roll, ['warning', 'hint', 'off', 'loud'])}\ncues:\n  - in: [${pick(roll, ['action', 'situation', 'everywhere'])}]\n    patterns:\n      - ${JSON.stringify(many(roll, 1, 12, () => pick(roll, PATTERN_PARTS)))}\n      - Hubbub\nexamples:\n  fires: [I fixed the Hubbub.]\n  silent: [I fixed the mail queue.]\n`;

function file(roll: Roll): string {
  const kind = roll(4);
  const [path, text] = kind === 0 ? [pick(roll, PATHS), yaml(roll, KEYS)] : kind === 1 ? ['phrases/b.yaml', PHRASE(roll)] : kind === 2 ? ['phrases/b.yaml', edited(PHRASE(roll), roll)] : [pick(roll, PATHS), edited(yaml(roll, KEYS), roll)];
  return `=== ${path}\n${text}\n`;
}

/** The files of a folder, written one after the other, each behind a line with its path. */
function filesIn(text: string): PackFile[] {
  const files = text.split(/^=== /m).filter(Boolean).map((each) => {
    const end = each.indexOf('\n');
    return { path: each.slice(0, end < 0 ? undefined : end), text: end < 0 ? '' : each.slice(end + 1) };
  });
  return files.filter(({ path }, index) => files.findIndex((file) => file.path === path) === index);
}

function checkPack(text: string): void {
  const files = filesIn(text);
  const base = rollsOf(text)(400) === 0 ? data : SMALL;
  const { problems, data: read } = readPack(files, base);
  for (const problem of problems) {
    const own = files.find(({ path }) => path === problem.path);
    if (offsetsOutside(problem, own?.text ?? '').length > 0 && own !== undefined) fail(`a problem outside ${problem.path}: ${problem.start}–${problem.end} of ${own.text.length}, ${problem.message}`);
  }
  if (problems.length > 0) return;
  const story = parseStory('## Action\n\nI fixed the Hubbub a word b, word word word x y z.\n');
  review(story, compileRubric(read));
}

/** Rubrics of one's own: hostile YAML, and what is nearly right. */
export const packs: Target = {
  what: 'rubrics of one’s own',
  times: 32_000,
  make: (roll, saved) => (saved.length > 0 && roll(2) === 0 ? mutated(pick(roll, saved), saved, roll) : many(roll, 1, 3, () => file(roll))),
  check: checkPack,
};
