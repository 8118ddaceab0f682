const SLIPS = 'etaoinshrdlu';

/**
 * The keys a person presses to write a text, each with the milliseconds before it: some letters are wrong and taken back, one
 * word in thirty is begun twice, and there are pauses after words, sentences and paragraphs, long ones too. The same for the same text.
 */
export function keysOf(text) {
  const next = random(text.length);
  const keys = [];
  const press = (key, pause) => keys.push({ key, pause: Math.round(pause) });
  const stroke = () => 70 + next() * 120;
  let word = '';
  for (const letter of text.replace(/\r\n/g, '\n')) {
    const before = keys.at(-1)?.key;
    if (/[a-z]/i.test(letter) && next() < 0.02) {
      const slip = SLIPS[Math.floor(next() * SLIPS.length)];
      press(slip, stroke());
      press('\b', 300 + next() * 200);
    }
    press(letter, pauseAfter(before, next) ?? stroke());
    word = /\s/.test(letter) ? '' : word + letter;
    if (letter === ' ' || word.length < 4 || next() > 0.01) continue;
    for (const _ of word) press('\b', stroke());
    for (const again of word) press(again, stroke());
  }
  return keys;
}

function pauseAfter(key, next) {
  if (key === '\n') return 400 + next() * 2600;
  if (/[.!?]/.test(key ?? '')) return 300 + next() * 1500;
  if (key === ' ') return next() < 0.06 ? 600 + next() * 2400 : 120 + next() * 160;
  return undefined;
}

/** Numbers from 0 to 1 that are the same each time. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
