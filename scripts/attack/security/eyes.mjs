// What somebody can find in a text who looks for a name: none of the product's own code is asked.
import { decodeHTML } from 'entities';
import { micromark } from 'micromark';

const BLOCK = /<\/?(?:p|h\d|li|ul|ol|blockquote|pre|td|th|tr|table|div|hr|section|article|header|main|title|dt|dd)\b[^>]*>/gi;
const UNSEEN = /[\p{Cf}\p{M}\u115f\u1160\u17b4\u17b5\ufe00-\ufe0f]/gu;

/** What eyes take for a Latin letter. */
const TAKEN_FOR = Object.fromEntries('аa еe оo рp сc уy хx ѕs іi јj кk мm тt вb нh αa οo ρp νv ιi υu ηn τt Αa Βb Εe Ζz Ηh Ιi Κk Μm Νn Οo Ρp Τt Υy Χx ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz'.split(' ').map((pair) => [...pair]));

function takenFor(sign) {
  const known = TAKEN_FOR[sign] ?? TAKEN_FOR[sign.toLowerCase()];
  const code = sign.codePointAt(0);
  const nth = [0x1f150, 0x1f1e6].map((first) => code - first).find((each) => each >= 0 && each < 26);
  return known ?? (nth === undefined ? sign : String.fromCharCode(97 + nth));
}

/** A text by its letters and digits alone, as somebody compares them who has no regard to anything but how they look. */
export function letters(text) {
  return [...text].map(takenFor).join('').normalize('NFKD').replace(UNSEEN, '').toUpperCase().toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
}

/** The views of a text: its bytes, its addresses decoded, its entities decoded, and the words on the page that Markdown makes of it. */
function viewsOf(text, markdown) {
  const page = markdown ? micromark(text.replace(/^---\n[\s\S]*?\n---\n/, ''), { allowDangerousHtml: true, allowDangerousProtocol: true }) : text;
  const shown = page.replace(/<!--[\s\S]*?-->/g, '').replace(BLOCK, '\u0001').split('\u0001').map((part) => decodeHTML(part.replace(/<[^>]*>/g, '')));
  const addresses = text.replace(/(?:%[\da-f]{2})+/gi, decoded);
  return [text, addresses, decodeHTML(text), ...shown].map(letters);
}

function decoded(written) {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}

/** How many letters in a row are a trace. */
const TRACE = 5;

/** Every piece of a name that is a trace of it: all of it where it is short. */
export function tracesOf(name) {
  const whole = letters(name);
  if ([...whole].length <= TRACE) return [whole];
  const signs = [...whole];
  return signs.slice(0, 1 - TRACE).map((_, at) => signs.slice(at, at + TRACE).join(''));
}

/** Whether somebody who reads a page finds the whole name on it. */
export function isOn(text, name, markdown = true) {
  return viewsOf(text, markdown).some((view) => view.includes(letters(name)));
}

/** A trace of a name in a text; undefined where there is none. */
export function traceIn(text, traces, markdown = true) {
  const views = viewsOf(text, markdown);
  return traces.find((trace) => views.some((view) => view.includes(trace)));
}
