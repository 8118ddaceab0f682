import { describe, expect, test } from 'vitest';
import { findNames } from '../../server/src/bank/hiddenNames.js';
import { redact } from '../../server/src/bank/index.js';
import { parseStory } from '../../server/src/story/index.js';

const found = (text: string, ...names: string[]): string[] => findNames(text, names).map(({ start, end }) => text.slice(start, end));

describe('a name in letters that only look like its own', () => {
  test.each([
    ['Cyrillic ones', 'Соntоѕо'],
    ['Greek ones', 'Cοητοsο'],
    ['a single one', 'Contosо'],
    ['small capitals', 'ᴄᴏɴᴛᴏꜱᴏ'],
    ['black circles', '🅒🅞🅝🅣🅞🅢🅞'],
    ['flags', '🇨🇴🇳🇹🇴🇸🇴'],
    ['entities of such letters', 'C&#1086;nt&#x43e;so'],
    ['wide letters, soft hyphens and what nobody sees', 'Ｃ\u00adоn\u200btоsо'],
  ])('is found by %s, to the character', (_, written) => {
    expect(found(`Then ${written} called.`, 'Contoso')).toEqual([written]);
    expect(redact(parseStory(`## Action\n\nThen ${written} called.\n`), ['Contoso'], 'a').text).toBe('## Action\n\nThen a name called.\n');
  });

  test('a name of another alphabet with a Latin letter in it', () => {
    expect(found('Потом Koнтocо позвонил.', 'Контосо')).toEqual(['Koнтocо']);
  });

  test.each([
    ['ordinary words of another language', 'Потом этот тон, и сам нота, мама.', ['Toh', 'Mama', 'Hota', 'Contoso']],
    ['a Latin word that looks like a name of another alphabet', 'A ton of bugs, and a cop.', ['Топ', 'Сор']],
    ['a sign of the trade', 'β and α rose by 5 µs, at ω = 3.', ['Ba', 'Wo']],
    ['digits for letters', 'C0nt0s0 is a version.', ['Contoso']],
  ])('%s are no names', (_, text, names) => {
    expect(found(text, ...names)).toEqual([]);
  });
});
