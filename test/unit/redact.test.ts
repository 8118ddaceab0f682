import { describe, expect, test } from 'vitest';
import { redact } from '../../server/src/bank/index.js';
import { CARD_FORMATS, exportStories } from '../../server/src/rehearse/index.js';
import { review } from '../../server/src/review/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { parseStory } from '../../server/src/story/index.js';
import { STRONG } from './reviewing.js';

const TERMS = ['Fabrikam Parcels', 'Zoë Kowalska', 'ledger-db-03', 'Größe AG', 'Ada'];
const SHORT = '## Situation\n\nLabels were late.\n\n## Action\n\nI moved the report.\n';
const without = (text: string, terms: readonly string[] = TERMS): string => redact(parseStory(text), terms, 'story').text;
const section = (text: string): string => `## Situation\n\n${text}\n`;
const told = (text: string, terms?: readonly string[]): string => without(section(text), terms).slice('## Situation\n\n'.length, -1);

describe('what identifies somebody is replaced', () => {
  test.each([
    ['a listed name by a neutral word', 'I called Ada at night.', 'I called a name at night.'],
    ['the same name by the same word, another by another', 'Ada asked Zoë Kowalska, and Ada agreed.', 'A name asked another name, and a name agreed.'],
    ['hosts in the order in which they are met', 'From db-1.fabrikam.lan to db-2.fabrikam.lan and db-3.fabrikam.lan, then db-1.fabrikam.lan.', 'From a host to another host and a third host, then a host.'],
    ['a machine by its short name too', 'On queue07.fabrikam.lan I saw it: QUEUE07 was full.', 'On a host I saw it: a host was full.'],
    ['in code, in a link and in its target', 'On `db-1.fabrikam.lan` ([log](https://wiki.fabrikam.lan/log)).', 'On `a host` ([log](a-page)).'],
    ['an address with the brackets around it', 'I asked <mia@fabrikam.example>.', 'I asked a mailbox.'],
    ['in a comment and a link to a file', '<!-- Ada said so --> See [notes](notes/fabrikam-parcels.md).', '<!-- a name said so --> See [notes](notes/another-name.md).'],
    ['inside a longer word', 'FabrikamParcelsClient called fabrikamparcels-api.', 'A name called a-name-api.'],
    ['twice in letters that go on and on', `Fabrikam Parcels${'ab'.repeat(40)}FabrikamParcels.`, 'A name.'],
    ['not in a word that only has the same letters', 'Canada is no name.', 'Canada is no name.'],
  ])('%s', (_, text, expected) => {
    expect(told(text, ['Ada', 'Zoë Kowalska', 'Fabrikam Parcels'])).toBe(expected);
  });

  test('by its alias, with a capital where a sentence begins, and in the aliases themselves', () => {
    const text = '---\nstar: 1\ntitle: Fabrikam Parcels at night\naliases: { Fabrikam Parcels: "a carrier: the large one" }\n---\n## Situation\n\nFabrikam Parcels called FABRIKAM PARCELS.\n';
    expect(without(text, [])).toBe('---\nstar: 1\ntitle: a carrier the large one at night\naliases: { a carrier the large one: "a carrier: the large one" }\n---\n## Situation\n\nA carrier: the large one called a carrier: the large one.\n');
  });

  test('by no alias that gives a name away or is still to be filled in', () => {
    expect(without('---\naliases: { Fabrikam Parcels: the Fabrikam Parcels depot }\n---\n## Result\n\nAt Fabrikam Parcels.', [])).toContain('At a name.');
    expect(without('---\naliases: { Fabrikam Parcels: "[how you will call it]" }\n---\n## Result\n\nAt Fabrikam Parcels.', [])).toContain('At a name.');
  });

  test('in the name of the file', () => {
    expect(redact(parseStory(section('At Fabrikam Parcels.')), TERMS, 'fabrikam-parcels-and-ada').name).toBe('a-name-and-another-name');
  });
});

describe('no trace of a name is left', () => {
  const split = (name: string, by: string): string => [...name].join(by);
  const ways: [string, (name: string) => string][] = [
    ['as it is', (name) => name],
    ['in capitals', (name) => name.toUpperCase()],
    ['in small letters', (name) => name.toLowerCase()],
    ['with composed accents', (name) => name.normalize('NFC')],
    ['with separate accents', (name) => name.normalize('NFD')],
    ['in capitals with separate accents', (name) => name.toUpperCase().normalize('NFD')],
    ['split by soft hyphens', (name) => split(name, '\u00ad')],
    ['split by zero-width spaces', (name) => split(name, '\u200b')],
    ['split by joiners, with separate accents', (name) => split(name.normalize('NFD'), '\u2060')],
    ['in wide letters', (name) => name.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))],
    ['over the end of a line', (name) => name.replace(' ', '\n')],
    ['with spaces that do not break', (name) => name.replace(' ', '&nbsp;')],
    ['in an address', (name) => encodeURIComponent(name)],
    ['with emphasis inside', (name) => `${name.slice(0, 2)}**${name.slice(2)}**`],
    ['as numbers of letters', (name) => [...name].map((letter) => `&#${letter.codePointAt(0)};`).join('')],
  ];
  const places: [string, (name: string) => string][] = [
    ['a sentence', (name) => `${SHORT}\nThen ${name} called.\n`],
    ['the title', (name) => `# ${name.replace('\n', ' ')}, a story\n\n${SHORT}`],
    ['front matter', (name) => `---\nstar: 1\ntitle: "${name.replace('\n', ' ')}"\n---\n${SHORT}`],
    ['code', (name) => `${SHORT}\nI read \`${name}\`.\n\n\`\`\`\n${name}\n\`\`\`\n`],
    ['a comment', (name) => `${SHORT}\n<!-- ${name} -->\n`],
    ['the target of a link', (name) => `${SHORT}\nSee [this](https://example.com/${name.replace(/\s/g, '-')}).\n`],
  ];
  const letters = (text: string): string => text.normalize('NFKD').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code))).normalize('NFKD').replace(/[^\p{L}\p{M}\p{N}]/gu, '').toUpperCase().toLowerCase();

  test.each(ways)('%s', (_, write) => {
    for (const name of TERMS.slice(0, 4)) {
      for (const [place, put] of places) {
        const text = put(write(name));
        const clean = without(text);
        expect(letters(decoded(clean)), `${name} in ${place}: ${clean.slice(-120)}`).not.toContain(letters(name));
        const [before, after] = [parseStory(text), parseStory(clean)];
        expect(after.notAStory).toBe(before.notAStory);
        expect(after.tellings[0].sections.map(({ role }) => role)).toEqual(before.tellings[0].sections.map(({ role }) => role));
        expect(after.frontMatter?.problems ?? []).toEqual([]);
        expect(without(clean)).toBe(clean);
      }
    }
  });

  function decoded(text: string): string {
    return text.replace(/(?:%[\da-f]{2})+/gi, (written) => decodeURIComponent(written));
  }

  test('identifiers, whatever they are written in', () => {
    const text = section('On db-7.Fabri\u00adkam.lan, DB-7.FABRIKAM.LAN and \u200bdb-7.fabrikam.lan we saw PAY-1183 and AKIAQ3EGPZ7TKX5M2WVN.');
    expect(without(text)).toBe(section('On a host, a host and \u200ba host we saw a ticket and a key.'));
  });

  test('names that are also words of the form leave the form', () => {
    const text = '---\nstar: 1\ntitle: At Star\n---\n## Situation\n\nStar called.\n\n## Action\n\nI wrote to Action, the shop.\n';
    expect(without(text, ['Star', 'Action'])).toBe('---\nstar: 1\ntitle: At a name\n---\n## Situation\n\nA name called.\n\n## Action\n\nI wrote to another name, the shop.\n');
  });
});

describe('a name is found as a page would show it', () => {
  test.each([
    ['At Fabri<b>kam</b> Parcels.', 'At a name.'],
    ['At <i>Fabrikam</i> Parcels.', 'At <i>a name</i>.'],
    ['At Fabrikam **Parcels** and on.', 'At **a name** and on.'],
    ['At **Fabrikam** Parcels and on.', 'At **a name** and on.'],
    ['**Fabri**kam **Par**cels, then', '**A name**, then'],
    ['_Fabrikam_ Parcels, then', '_A name_, then'],
    ['At ==Fabrikam Parcels== and on.', 'At ==a name== and on.'],
    ['At ***Fabrikam* Parcels** and on.', 'At ***a name*** and on.'],
    ['At Fabri<!-- not me -->kam Parcels.', 'At a name.'],
    ['At Fabri&ZeroWidthSpace;kam Parcels.', 'At a name.'],
    ['At [Fabrikam](https://fabrikam.lan/x) Parcels.', 'At [a name](#).'],
    ['At Fabri[kam](x.md) Parcels.', 'At a name.'],
    ['By Zo&euml; **Kowal**ska.', 'By a name.'],
    ['On 10.20.30&#46;40 and 10.20<b>.30</b>.40.', 'On an address and an address.'],
    ['On db-7.**fabrikam**.lan and db-7&period;fabrikam.lan.', 'On a host and a host.'],
    ['In PAY&#45;1183, by mia&commat;fabrikam.lan.', 'In a ticket, by a mailbox.'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected);
    expect(told(expected)).toBe(expected);
    const reviewed = review(parseStory(section(text)), builtinRubric());
    const taken = [{ review: { ...reviewed, confidentialTerms: TERMS }, rubric: builtinRubric(), options: {}, name: 'a' }];
    const exported = [...exportStories(taken, true)];
    for (const write of Object.values(CARD_FORMATS)) expect(write(exported)).not.toMatch(/fabri|kam\b|parcels|kowal|10\.20|1183/i);
    expect(exported[0]!.cards[0]!.opener).not.toMatch(/[*_=`\]<>]/);
  });
});

describe('a name on the list is found as people write it', () => {
  test.each([
    ['with a line that ends inside it', 'I asked Con\\\ntoso at night.', 'I asked a name at night.'],
    ['with spaces at the end of that line', 'I asked Con  \ntoso at night.', 'I asked a name at night.'],
    ['with a hyphen there', 'I asked Con-\ntoso at night.', 'I asked a name at night.'],
    ['in a quotation', '> I asked Con\\\n> toso at night.', '> I asked a name at night.'],
    ['with a line break of HTML', 'I asked Con<br />\ntoso at night.', 'I asked a name at night.'],
    ['without the word on the next line', 'I asked Contoso\nabout it.', 'I asked a name\nabout it.'],
    ['but not in two words of a sentence', 'We call it con\ntosone.', 'We call it con\ntosone.'],
    ['with an apostrophe', "I asked O'Brien, then O’BRIEN.", 'I asked a name, then a name.'],
    ['with an ampersand', 'At Müller & Söhne, at Müller &amp; Söhne, at Müller&Söhne.', 'At a name, at a name, at a name.'],
    ['with another mark between its words', 'At Yzqwx! Shop (North), then at yzqwx shop north.', 'At a name), then at a name.'],
    ['without its accents', 'I asked Zoe Kowalska and Lukasz.', 'I asked a name and another name.'],
    ['with accents that are not on the list', 'At Cóntoso.', 'At a name.'],
    ['by any entity', 'At Con&InvisibleComma;toso, &Copf;ontoso and Müller&MediumSpace;&amp; Söhne.', 'At a name, a name and another name.'],
    ['around a long comment', `At Con<!-- ${'x '.repeat(400)}-->toso.`, 'At a name.'],
    ['around what no page shows', 'At Con<?x?>to<![CDATA[]]>so and Con<a title="x > y"></a>toso.', 'At a name and a name.'],
    ['with marks in it, in a comment', '<!-- at [Con]toso and ==Con==toso -->', '<!-- at [a name] and ==a name== -->'],
    ['in links of every form', 'At [Con](x_(y).md)toso, [Con](<x y.md>)toso and [Con](x.md \'y\')toso.', 'At [a name](#), [a name](#) and [a name](#).'],
  ])('%s', (_, text, expected) => {
    expect(told(text, ['Contoso', "O'Brien", 'Müller & Söhne', 'Yzqwx! Shop (North)', 'Zoë Kowalska', 'Łukasz'])).toBe(expected);
  });
});

describe('the company of a host that only insiders know', () => {
  const host = 'On queue-07.corp.fabrikam.example it stopped';
  test.each([
    ['is hidden where it is called by its name', `${host}, and Fabrikam paid. Fabrikam's FabrikamClient waited.`, "On a host it stopped, and a name paid. A name's a name waited."],
    ['is left where the word is used in its own sense too', `${host}, and Fabrikam paid for each fabrikam.`, 'On a host it stopped, and Fabrikam paid for each fabrikam.'],
    ['is left where only sentences begin with it', `${host}. Fabrikam paid.`, 'On a host it stopped. Fabrikam paid.'],
    ['is the customer of a provider', 'On contoso.atlassian.net we met, and Contoso paid.', 'On a host we met, and a name paid.'],
    ['is no product in the name of a machine', 'On kafka-1.prod.internal and db.redis.internal we ran Kafka and Redis.', 'On a host and another host we ran Kafka and Redis.'],
  ])('%s', (_, text, expected) => {
    expect(told(text, [])).toBe(expected);
  });
});

test('what names nobody stays as it is', () => {
  expect(without(STRONG)).toBe(STRONG);
  expect(redact(parseStory(STRONG), TERMS, 'the-index')).toEqual({ text: STRONG, replaced: 0, name: 'the-index' });
});

test.each(['fabrikam ', 'fabrikam\u00ad', 'a\u0301', '%41', '&#65;', 'Ada-', '> ', 'db-1.fabrikam.lan ', '<!-- ', '<b ', '](', '**Ada', 'Ada **Ada', '[Ada]'])('a text of nothing but %j is redacted to its end, and twice is as once', (shape) => {
  const { text } = redact(parseStory(shape.repeat(Math.ceil(100_000 / shape.length))), TERMS, 'story');
  expect(redact(parseStory(text), TERMS, 'story').text === text).toBe(true);
});
