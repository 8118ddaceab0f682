import { describe, expect, test } from 'vitest';
import { inMessage } from '../../client/src/inMessage.js';
import { bankStory, Matchmaker } from '../../server/src/bank/index.js';
import { plainJson, plainLine, plainLines } from '../../server/src/cli/errors.js';
import { parseFolderFile } from '../../server/src/config/folderFile.js';
import { readPack } from '../../server/src/pack/index.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { compileRubric } from '../../server/src/rubric/index.js';
import { hover, reviewedStory } from '../../server/src/service/index.js';
import { parseStory } from '../../server/src/story/index.js';
import { jargon } from '../jargon.js';
import { STRONG } from './reviewing.js';

const rubric = builtinRubric();
/** What every object of a program has. */
const OF_OBJECTS = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];

describe('a word that every object of a program has is a word like any other', () => {
  test.each(OF_OBJECTS)('%s', (word) => {
    const text = `---\nstar: 1\n${word}: ${word}\nstatus: ${word}\nrules: { ${word}: ${word} }\nmetrics:\n  - { ${word}: 1, confidence: ${word} }\naliases: { ${word}: ${word} }\n---\n# ${word}\n\n## Situation\n\nThe ${word} took five ${word} of time in each request, and customers waited for the page.\n\n## Action\n\nWe ${word} it, and I moved the connection out of the ${word}.\n`;
    const reviewed = reviewedStory({ uri: 'file:///a.star.md', version: 1 }, parseStory(text), rubric, {});
    const [story] = [bankStory('a', reviewed.review, rubric)];
    expect(new Matchmaker([story], rubric).match(`Tell me about a ${word} that you changed.`).question).toContain(word);
    for (let offset = 0; offset < text.indexOf('# '); offset++) hover(reviewed, reviewed.lines.positionAt(offset), { hoverFormat: 'markdown', commandLinks: true });
  });
});

describe('an address in a story', () => {
  test.each(['https://x.test/a', 'www.x.test', 'mia@x.test', '![x](https://x.test/p.png)', '<img src="https://x.test/p.png">', '[run](command:workbench.action.quit)'])('%s is no link in a hover', (address) => {
    const text = STRONG.replace('I chose the rebuild over replicas', `I chose the rebuild (${address}) over replicas`);
    const reviewed = reviewedStory({ uri: 'file:///a.star.md', version: 1 }, parseStory(text), rubric, {});
    const { value } = hover(reviewed, reviewed.lines.positionAt(text.indexOf('## Action') + 4), { hoverFormat: 'markdown', commandLinks: true })!.contents as { value: string };
    expect(value).not.toMatch(/(?<!\\):\/\/|www\.|(?<!\\)@|(?<!\\)\[|(?<!\\)<|(?<!\\)\]\(command:workbench/);
  });

  test('is no link and no command in a notification', () => {
    expect(inMessage('[run](command:workbench.action.quit)\n[x](https://x.test) $(flame)')).toBe('[run] (command:workbench.action.quit) [x] (https://x.test) $ (flame)');
  });
});

describe('at a terminal', () => {
  test('nothing steers it, turns its direction or is a command to a build server', () => {
    expect(plainLine('a\u001b[31m\u009b0m\u202eb\u2066c\u2028d')).toBe('a\\u001b[31m\\u009b0m\\u202eb\\u2066c\\u2028d');
    expect(plainLines('one\n  ::stop-commands::x\n##[error]two')).toBe('one\n  : :stop-commands::x\n## [error]two');
    expect(plainJson({ title: 'a\u009b0m\u202eb##[x' })).toBe('{"title":"a\\u009b0m\\u202eb##\\u005bx"}');
  });
});

describe('a hostile rubric', () => {
  const problemsOf = (text: string, path = 'beats/a.yaml'): string[] => readPack([{ path, text }], rubric.data).problems.map(({ message }) => message);

  test('of many keys, anchors and errors is read in seconds, and told a few of its problems', () => {
    const started = performance.now();
    for (const line of [(n: number) => `k${n}: 1\n`, (n: number) => `k${n}: &a${n} 1\n`, () => '"\n']) {
      const problems = problemsOf(Array.from({ length: 20_000 }, (_, n) => line(n)).join(''));
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.length).toBeLessThan(60);
    }
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test('says of a key that is there twice', () => {
    expect(problemsOf('id: a\nid: b\n')).toEqual(['This key is there twice in the same map. Write it once.']);
    expect(parseFolderFile('profile: star-l\nprofile: balanced\n', rubric).problems.map(({ message }) => message)).toEqual(['this key is there twice. Write it once.']);
    expect(parseFolderFile(`profile: ${'x'.repeat(100_001)}`, rubric).problems).toHaveLength(1);
  });

  test('cannot call a thing as every object calls its own', () => {
    expect(problemsOf(jargon('Hubbub').replace(/^id: .*$/m, 'id: constructor'), 'phrases/constructor.yaml')).toEqual(['"constructor" cannot be an id. Choose another.']);
  });

  test('changes no other object', () => {
    for (const key of OF_OBJECTS) problemsOf(`extends: balanced\nid: zz\n${key}: { polluted: 1 }\nlimits: { ${key}: { polluted: 1 } }\nrules: { ${key}: { prototype: { polluted: 1 } } }\n`, 'profiles/a.yaml');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  test('puts nothing into a regular expression', () => {
    const Real = RegExp;
    const sources: string[] = [];
    globalThis.RegExp = new Proxy(Real, {
      construct: (target, [source, flags]: [string, string]) => {
        sources.push(String(source));
        return new target(source, flags);
      },
    });
    try {
      const { data, problems } = readPack([{ path: 'phrases/in-house-jargon.yaml', text: jargon('zqx') }, { path: 'lexicons/zqx.yaml', text: 'id: zqx\nabout: zqx\nwords: [zqx]\n' }], rubric.data);
      expect(problems).toEqual([]);
      review(parseStory(STRONG.replace('I compared', 'I looked at zqx and compared')), compileRubric(data), {});
    } finally {
      globalThis.RegExp = Real;
    }
    expect(sources.filter((source) => source.includes('zqx'))).toEqual([]);
  });
});
