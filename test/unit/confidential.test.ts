import { describe, expect, test } from 'vitest';
import { applied, codesIn, findingOf, reviewed } from './reviewing.js';

const CODE = 'confidential-term';
const TERMS = ['Contoso Bank', 'kiosk-7.example', '.corp.example', 'Ada Moreau', "Mia O'Neil"];
const options = { defaults: { confidentialTerms: TERMS } };

const told = (text: string): string => `# A till that stood still\n\n## Situation\n${text}\n`;
const found = (text: string): string[] => reviewed(text, options).findings.filter(({ rule }) => rule === CODE).map(({ range }) => text.slice(range.start, range.end));

describe('a confidential term is found', () => {
  test.each([
    ['whole, in any capitals', 'At contoso BANK a till stood still.', ['contoso BANK']],
    ['over the end of a line', 'At Contoso\nBank a till stood still.', ['Contoso\nBank']],
    ['in emphasis and before a possessive', "It was _Contoso Bank_'s till.", ['Contoso Bank']],
    ['as the name of a machine, in code and in a link', 'On `kiosk-7.example` ([log](https://kiosk-7.example/log)).', ['kiosk-7.example', 'kiosk-7.example']],
    ['where it begins with a sign', 'On tills.corp.example it was slow.', ['.corp.example']],
    ['more than three times in a section', 'Ada Moreau. Ada Moreau. Ada Moreau. Ada Moreau.', Array(4).fill('Ada Moreau')],
    ['with either apostrophe', "Mia O'Neil asked Mia O’Neil.", ["Mia O'Neil", 'Mia O’Neil']],
    ['not inside a longer word', 'Contoso Banking and kiosk-7.examples are others.', []],
  ])('%s', (_, text, terms) => {
    expect(found(told(text))).toEqual(terms);
  });

  test('in the title, cues and follow-ups, not in front matter, notes, "Do not claim" and comments', () => {
    const text = '---\nstar: 1\ntitle: Contoso Bank\n---\n# Contoso Bank\n\n## Situation\nA till. <!-- Contoso Bank -->\n\n## Cues\n- Contoso Bank\n\n## Follow-ups\n- Contoso Bank?\n\n## Notes\n- Contoso Bank\n\n## Do not claim\n- Contoso Bank\n';
    const places = reviewed(text, options).findings.filter(({ rule }) => rule === CODE).map(({ range }) => text.slice(0, range.start).split('\n').length);
    expect(places).toEqual([5, 11, 14]);
  });

  test('without being repeated in the message', () => {
    expect(findingOf(told('Contoso Bank called.'), CODE, options)).toMatchObject({ severity: 'warning', message: 'This is one of your confidential terms. Say what it is without the name.' });
  });
});

describe('a fix replaces it', () => {
  const fix = (text: string): string => applied(text, findingOf(text, CODE, options).fixes[0]!.edits);
  const withAlias = (alias: string, text: string): string => `---\nstar: 1\naliases: { Contoso Bank: ${alias} }\n---\n${told(text)}`;

  test('by the alias of the front matter', () => {
    const text = withAlias('a mid-sized bank', 'The till of contoso bank stood still.');
    expect(fix(text)).toBe(text.replace('contoso bank', 'a mid-sized bank'));
    expect(codesIn(fix(text), options)).not.toContain(CODE);
  });
  test('with a capital where a sentence begins', () => {
    expect(fix(withAlias('a mid-sized bank', 'Contoso Bank called.'))).toContain('\nA mid-sized bank called.');
  });
  test('by a slot where there is no alias, or one that gives a term away', () => {
    expect(fix(told('The till of Contoso Bank stood still.'))).toContain('The till of [how you will call it] stood still.');
    expect(fix(withAlias('the Contoso Bank', 'Contoso Bank called.'))).toContain('[how you will call it] called.');
  });
});

test('a suppression with a reason silences it, and is of use', () => {
  const text = told('<!-- star-disable-next-line confidential-term -- they speak of it in public -->\nContoso Bank called.');
  expect(codesIn(text, options).filter((code) => [CODE, 'unused-suppression'].includes(code))).toEqual([]);
});

test('without terms nothing is looked for', () => {
  expect(codesIn(told('Contoso Bank called.'))).not.toContain(CODE);
  expect(codesIn(told('Contoso Bank called.'), { defaults: { confidentialTerms: ['', ' ', '--'] } })).not.toContain(CODE);
});
