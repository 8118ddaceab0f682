import { fold } from './seenThrough.js';

/**
 * Letters of other alphabets, and small capitals, that are drawn as a Latin letter is, each with it: those that Unicode's list of confusables
 * (UTS #39) has for Cyrillic, Greek and Armenian, and those that differ from it in size alone. Digits and signs are not among them: `p0` and `C|` are ordinary text.
 */
const DRAWN_ALIKE =
  'аa еe оo рp сc уy хx ѕs іi јj ԁd һh ԛq ԝw кk мm нh тt вb гr пn ѵv үy ӏl ьb ԍg ' +
  'αa οo ρp νv ιi κk υu χx γy ηn τt ωw εe βb ςc Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx ' +
  'օo ոn սu հh ցg զq ԼL Օo Սu Տs ' +
  'ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɡg';

const LATIN = new Map(DRAWN_ALIKE.split(' ').map((pair) => [...pair] as [string, string]));

/** Alphabets of letters in a black circle, in a black square, and of flags: the first of each. */
const BOXED = [0x1f150, 0x1f170, 0x1f1e6];

const ALIKE = new RegExp(`[${[...LATIN.keys()].join('')}\\u{1f150}-\\u{1f169}\\u{1f170}-\\u{1f189}\\u{1f1e6}-\\u{1f1ff}]`, 'iu');

/** Whether a text has a letter that could be taken for a Latin one. */
export function hasLookAlikes(text: string): boolean {
  return ALIKE.test(text.normalize('NFKD'));
}

/** A character or a name as {@link fold} has it, by the looks of its letters. */
export function foldLooks(name: string): string {
  return fold([...name.normalize('NFKD')].map(latinFor).join(''));
}

function latinFor(letter: string): string {
  const known = LATIN.get(letter) ?? LATIN.get(letter.toLowerCase());
  if (known !== undefined) return known;
  const code = letter.codePointAt(0)!;
  const first = BOXED.find((each) => code >= each && code < each + 26);
  return first === undefined ? letter : String.fromCharCode(97 + code - first);
}
