import { describe, expect, test } from 'vitest';
import { parseStory } from '../../server/src/story/index.js';
import { applied, codesIn, findingOf, reviewed } from './reviewing.js';

const CODE = 'confidential-identifier';
const section = (text: string): string => `## Situation\n\n${text}\n`;
const at = (text: string, options = {}): string[] => reviewed(text, options).findings.filter(({ rule }) => rule === CODE).map(({ range }) => text.slice(range.start, range.end));
const fix = (text: string, title: string): string => {
  const found = findingOf(text, CODE).fixes.find((candidate) => candidate.title.startsWith(title));
  return applied(text, found!.edits);
};

describe('a name to keep private is reported', () => {
  test('where it would be told, and in the title and figures of the front matter', () => {
    const text = '---\nstar: 1\ntitle: OPS-11 at night\nquestions: [what about OPS-12]\nmetrics: [{ name: pages, after: "2", source: OPS-13 review }]\naliases: { OPS-14: a ticket }\n---\n## Situation\n\nOPS-15. <!-- OPS-16 -->\n\n## Cues\n- OPS-17\n\n## Notes\nOPS-18\n';
    expect(at(text)).toEqual(['OPS-11', 'OPS-13', 'OPS-15', 'OPS-17']);
  });
  test('once: what is on the list of confidential terms is reported as that', () => {
    const text = section('On db-7.fabrikam.lan.');
    expect(codesIn(text, { defaults: { confidentialTerms: ['db-7.fabrikam.lan'] } })).toContain('confidential-term');
    expect(at(text, { defaults: { confidentialTerms: ['db-7.fabrikam.lan'] } })).toEqual([]);
  });
  test('and a key as a key', () => {
    const text = section('The key AKIAQ3EGPZ7TKX5M2WVN leaked.');
    expect(codesIn(text)).toContain('secret-in-story');
    expect(at(text)).toEqual([]);
  });
});

describe('a fix tells it without the name', () => {
  test.each([
    ['a machine', 'It ran on web-7.fabrikam.lan then.', 'It ran on [one of our servers] then.'],
    ['a database', 'It ran on ledger-db-03.fabrikam.lan then.', 'It ran on [one of our databases] then.'],
    ['a ticket', 'We closed PAY-1183.', 'We closed [a ticket].'],
  ])('%s by a description to fill in', (_, text, expected) => {
    expect(fix(section(text), 'Write')).toBe(section(expected));
  });
  test('a link by its words', () => {
    expect(fix(section('Read the [runbook](https://wiki.fabrikam.internal/q) first.'), 'Keep the words')).toBe(section('Read the runbook first.'));
  });
  test('a name by what the story calls it', () => {
    const text = '---\nstar: 1\naliases: { Fabrikam: a carrier }\n---\n## Situation\n\nFabrikam called.\n';
    expect(fix(text, 'Write "A carrier"')).toBe(text.replace('Fabrikam called', 'A carrier called'));
  });
  test('or stays, with a reason', () => {
    const kept = fix(section('We closed PAY-1183.'), `Leave "${CODE}" out here`);
    expect(at(kept)).toEqual([]);
    expect(codesIn(kept)).not.toContain('unused-suppression');
  });
});

describe('a word for it is added to the aliases', () => {
  const told = '## Situation\n\nWe closed PAY-1183.\n';
  test.each([
    ['without front matter', told],
    ['into front matter without aliases', `---\nstar: 1\n---\n${told}`],
    ['into one line', `---\naliases: { Fabrikam: a carrier }\n---\n${told}`],
    ['into lines', `---\naliases:\n    Fabrikam: a carrier\nstar: 1\n---\n${told}`],
    ['in a file with a byte order mark and CRLF', `\ufeff---\r\nstar: 1\r\n---\r\n${told.replace(/\n/g, '\r\n')}`],
  ])('%s', (_, text) => {
    const { frontMatter } = parseStory(fix(text, 'Add a word'));
    expect(frontMatter!.problems).toEqual([]);
    expect(frontMatter!.aliases.get('PAY-1183')).toBe('[how you will call it]');
    expect(frontMatter!.aliases.size).toBe(text.includes('aliases') ? 2 : 1);
  });
});
