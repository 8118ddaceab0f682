import { table } from '../story/table.js';

/** Words that say nothing about what a text is about. */
const STOP_WORDS = new Set(
  (
    'the a an and or but nor so yet of in on at to for from by with about into onto over under between through during before after above below up down out off again once here there when where why how ' +
    'all any both each few more most other some such no not only own same than too very can could will would shall should may might must just also ever even still already much many lot ' +
    'i me my mine we us our ours you your yours he him his she her hers it its they them their theirs this that these those who whom whose which what one ones ' +
    "am is are was were be been being have has had having do does did doing done get got gets getting go went goes going gone make made makes making 've 're 'll 'd 'm let " +
    "it's that's what's there's don't didn't doesn't wasn't isn't weren't hadn't haven't couldn't wouldn't if because as while until since though although whether then now " +
    'something anything nothing everything someone somebody anyone anybody everyone everybody thing things'
  ).split(' '),
);

/** Words with which a question asks, whatever it is about. */
const ASKING_WORDS = new Set(
  (
    'tell describe explain talk walk take give share recall think remember please question answer time times example instance situation occasion moment story experience case ' +
    'had want like know say said way kind sort handle handled deal dealt face faced happen happened last first really actually ever particular recent career past work worked job use used good best well find found work working day need needed come came put see saw'
  ).split(' '),
);

/** True for a word that cannot tell one text from another. */
export function isStopWord(word: string): boolean {
  return word.length < 2 || STOP_WORDS.has(word) || !/[\p{L}\p{N}]/u.test(word);
}

/** True for a word that belongs to asking, and not to what is asked for. */
export function isAskingWord(word: string): boolean {
  return ASKING_WORDS.has(word);
}

/** Short words whose forms are worth bringing together although no rule does. */
const IRREGULAR: Readonly<Record<string, string>> = table({
  lost: 'lose', broke: 'break', broken: 'break', chose: 'choos', chosen: 'choos', choic: 'choos', woke: 'wake', woken: 'wake', taught: 'teach', built: 'build', wrote: 'write', written: 'write',
  wrongli: 'wrong', paid: 'pai', pay: 'pai', told: 'tell', held: 'hold', spent: 'spend', led: 'lead', thought: 'think', knew: 'know', known: 'know', learnt: 'learn', grew: 'grow', slept: 'sleep', kept: 'keep', left: 'leave',
});

/** What the forms of a word have in common: page, pages, paged, paging. Other languages keep their words. */
export function stem(word: string): string {
  if (word.length < 4 || /[^a-z]/.test(word)) return IRREGULAR[word] ?? word;
  const bare = undoubled(withoutEnding(plural(word)));
  const short = bare.length > 3 ? bare.replace(/e$/, '').replace(/y$/, 'i') : bare;
  return IRREGULAR[short] ?? IRREGULAR[word] ?? short;
}

function plural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ization$|isation$/, 'ize'],
  [/ational$/, 'ate'],
  [/(?<=[a-z]{3})(?:ments?)$/, ''],
  [/(?<=[a-z]{3}[^aeiou])ation$/, 'ate'],
  [/(?<=[a-z]{4})ness$/, ''],
  [/(?<=[a-z]{4})ly$/, ''],
  [/ied$/, 'y'],
];

function withoutEnding(word: string): string {
  for (const [ending, instead] of ENDINGS) if (ending.test(word)) return word.replace(ending, instead);
  const bare = word.replace(/(?:ed|ing)$/, '');
  return bare !== word && bare.length >= 2 && /[aeiouy]/.test(bare) ? bare : word;
}

function undoubled(word: string): string {
  return /([bdfgmnprt])\1$/.test(word) ? word.slice(0, -1) : word;
}
