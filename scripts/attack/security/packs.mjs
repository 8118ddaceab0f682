// Rubrics that somebody else wrote: each is read, and laid over the built-in one, within seconds.
import { bundled } from '../../lib/bundled.mjs';
import { dice } from './dice.mjs';

const SECONDS = 5;
const many = (count, line) => Array.from({ length: count }, (_, nth) => line(nth)).join('');

/** Files by their paths. */
const PACKS = {
  'an alias of itself': { 'beats/a.yaml': '&a\nid: x\ntitle: *a\n' },
  'a list in itself': { 'sources.yaml': '&a [*a]\n' },
  'brackets in brackets': { 'beats/a.yaml': '['.repeat(100_000) },
  'maps in maps': { 'beats/a.yaml': '{a: '.repeat(50_000) },
  'lists in lists': { 'beats/a.yaml': '- '.repeat(100_000) },
  'questions': { 'beats/a.yaml': '? '.repeat(100_000) },
  'aliases that double': { 'beats/a.yaml': `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((sign, nth) => `${sign}: &${sign} [${Array(9).fill(`*${'abcdefghij'[nth]}`).join(',')}]`).join('\n')}` },
  'a large alias, often': { 'beats/a.yaml': `a: &a ${JSON.stringify(Array(5000).fill('x'))}\nb: [${Array(100).fill('*a').join(',')}]` },
  'many keys': { 'beats/a.yaml': many(60_000, (nth) => `k${nth}: 1\n`) },
  'many anchors': { 'beats/a.yaml': many(30_000, (nth) => `k${nth}: &a${nth} 1\n`) },
  'many errors': { 'beats/a.yaml': '"\n'.repeat(100_000) },
  'many comments': { 'beats/a.yaml': '#\n'.repeat(300_000) },
  'many tags': { 'beats/a.yaml': '!'.repeat(300_000) },
  'tags of a language': { 'beats/a.yaml': '!!js/function "() => { throw 1 }"\n', 'phrases/b.yaml': '!!python/object/apply:os.system ["x"]\n' },
  'merged keys': { 'beats/a.yaml': 'a: &a {b: 1}\n<<: *a\n' },
  'a long chain': Object.fromEntries(Array.from({ length: 300 }, (_, nth) => [`profiles/p${nth}.yaml`, `extends: ${nth === 299 ? 'balanced' : `p${nth + 1}`}\nid: p${nth}\ntitle: t\n`])),
  'a circle': { 'profiles/a.yaml': 'extends: b\nid: a\n', 'profiles/b.yaml': 'extends: a\nid: b\n' },
  'paths': { 'pack.yaml': 'name: ../../../etc/passwd\n', 'profiles/a.yaml': 'extends: ../../../../etc/passwd\nid: ../x\n', '../../beats/x.yaml': 'id: x\n', '/etc/passwd.yaml': 'id: x\n', 'C:\\x.yaml': 'id: x\n' },
  'names of objects': Object.fromEntries(['__proto__', 'constructor', 'prototype'].flatMap((word) => [[`profiles/${word}.yaml`, `extends: balanced\nid: zz\n${word}: { polluted: 1 }\nlimits: { ${word}: { polluted: 1 } }\nrules: { ${word}: { polluted: 1 } }\n`], [`phrases/${word}.yaml`, `id: ${word}\n`]])),
};

const phrase = (id, patterns) => `id: ${id}\ntitle: T\nmessage: M.\nwhy: W.\nsources: [starwright]\nweak: I x.\nstrong: I y.\nseverity: warning\ncues:\n${patterns.map((pattern) => `  - patterns: [${JSON.stringify(pattern)}]\n`).join('')}examples:\n  fires: [I x.]\n  silent: [I y.]\n`;

/** Patterns that a regular expression would never come back from, and the like in the rubric's own language. */
const PATTERNS = ['(a+)+$', '(a|a)*b', '(.*)*x', '([a-z]+)*\\d', '^(([a-z])+.)+[A-Z]([a-z])+$', 'a … a … a … a … a … a', '(a|b|(a|b|(a|b|(a|b))))', '{number} … {number} … {number}', 'a '.repeat(400), '(a|)'.repeat(60), '… … … …', '*', '{nothing}', '((((((((((a', 'a ..9 a ..9 a ..9 a ..9 a'];

export async function attackPacks(root, { soak, seed }) {
  const { readPack, builtinRubric, compileRubric, review, parseStory } = await bundled(root, 'server/src', `
    export { readPack } from './pack/index.ts'; export { builtinRubric } from './rubric/builtin.ts'; export { compileRubric } from './rubric/index.ts'; export { review } from './review/index.ts'; export { parseStory } from './story/index.ts';`);
  const base = builtinRubric().data;
  const [packs, patterns] = [{ what: `hostile rubrics, each read within ${SECONDS} s`, times: 0, broke: [] }, { what: `hostile patterns, each followed through 100,000 characters within ${SECONDS} s`, times: 0, broke: [] }];
  const timed = (row, name, work) => {
    row.times++;
    const before = process.cpuUsage();
    try {
      work();
    } catch (error) {
      row.broke.push(`${name}: ${String(error.message).slice(0, 200)}`);
    }
    const { user, system } = process.cpuUsage(before);
    if ((user + system) / 1e6 > SECONDS) row.broke.push(`${name}: ${((user + system) / 1e6).toFixed(1)} s`);
  };
  const read = (files) => readPack(Object.entries(files).map(([path, text]) => ({ path, text })), base);
  for (const [name, files] of Object.entries(PACKS)) timed(packs, name, () => {
    const { problems } = read(files);
    if (problems.length === 0 && name !== 'a long chain') throw new Error('nothing was wrong with it');
    if ({}.polluted !== undefined || Object.keys(Object.prototype).length > 0) throw new Error('it changed every object');
  });
  const text = `## Situation\n\n${'a '.repeat(24_000)}.\n\n## Action\n\n${'aaaaaaaa '.repeat(5000)}4 5 6 7 8 9.\n`;
  const { roll, pick } = dice(seed);
  const PIECES = ['a', 'b', '(a|b)', '…', '{number}', '(a|a b|a b a)', '..3', 'a*', '(a)?'];
  const generated = Array.from({ length: soak ? 200 : 8 }, () => Array.from({ length: 3 + roll(20) }, () => pick(PIECES)).join(' '));
  for (const pattern of [...PATTERNS, ...generated]) timed(patterns, JSON.stringify(pattern.slice(0, 60)), () => {
    const { data, problems } = read({ 'phrases/hostile.yaml': phrase('hostile', [pattern]) });
    if (problems.length === 0) review(parseStory(text), compileRubric(data), {});
  });
  return [packs, patterns].map((row) => ({ ...row, broke: row.broke.map((line) => `${line} (seed ${seed})`) }));
}
