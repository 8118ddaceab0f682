import { countWords } from './spokenWords.js';
import { TokenClass, type Sentence } from './types.js';

/** The commonest words of English, less those that another language writes alike ("in", "was", "so", "on", "no", "me"). */
const ENGLISH = wordSet(
  'the and of that this with for it its is were are been has have had which from they their them our we you your my his her him she who what when where why ' +
    'there then than but not because into would could should will can did does before after by at about how if only more most one two all every each out up ' +
    "under over again these those while until since as to be or it's that's didn't wasn't weren't couldn't other some any " +
    'went made took got saw found said told asked first next team',
);

/** Common words of other languages that are no words of English; most of their words give them away by a letter. */
const OTHERS = wordSet(
  'der das und ich ist nicht mit ein eine einen dem den des von zu auf nach bei vom zum zur wir uns sich auch aus sie wie wurde weil aber dass statt seit ' +
    'le les des une dans pour que qui avec sur pas nous je mais plus du et au aux ce cette ' +
    'el los las una del por con para pero como fue yo mi su se lo al y porque ' +
    'os um uma dos da das na nas em ao eu foi e ' +
    'il gli di che per non con sono della nel una era ho si ' +
    'het een van ik niet dat voor maar aan bij toen werd ' +
    'och att det som en jag vi var inte till av med har ikke og jeg ' +
    'nie na z w jest od po za jak ale ' +
    'bir ve bu ile ama sonra ' +
    'yang dan untuk dengan tidak kami saya dari ini itu pada ' +
    'va de la cu din mai nu pe ja ei se oli',
);

/** Fewer words than this tell nothing about the language. */
const ENOUGH = 25;

/** Of all words: even English notes about code have a tenth of common English ones; other prose has at most half of that. */
const ENGLISH_SHARE = 0.07;

/** Of all words: English has at most half of that, names included; other prose a fifth and more. */
const OTHERS_SHARE = 0.12;

/** How many words there are, and how many of them are common English or give away another language. */
export interface LanguageCounts {
  readonly words: number;
  readonly english: number;
  readonly others: number;
}

/** False where there are enough words to tell that a text is written in another language. */
export function isEnglish({ words, english, others }: LanguageCounts): boolean {
  return words < ENOUGH || english >= words * ENGLISH_SHARE || others < words * OTHERS_SHARE;
}

/** One word, however words are counted. */
const PLAIN = /^[a-z']*[a-z][a-z']*$/;

const NO_WORD = TokenClass.code | TokenClass.slot | TokenClass.arrow | TokenClass.number;

/** What speaks for the language of sentences. Time is linear in them. */
export function countByLanguage(sentences: readonly Sentence[]): LanguageCounts {
  let [words, english, others] = [0, 0, 0];
  for (const { tokens } of sentences) {
    for (const { word, classes } of tokens) {
      if (classes & NO_WORD) continue;
      const count = PLAIN.test(word) ? 1 : countWords(word);
      words += count;
      if (ENGLISH.has(word)) english++;
      else if (OTHERS.has(word) || /[^\x00-\x7f’]/.test(word)) others += count;
    }
  }
  return { words, english, others };
}

/** The counts of all parts of a text. */
export function sumOf(parts: readonly LanguageCounts[]): LanguageCounts {
  let [words, english, others] = [0, 0, 0];
  for (const part of parts) {
    words += part.words;
    english += part.english;
    others += part.others;
  }
  return { words, english, others };
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}
