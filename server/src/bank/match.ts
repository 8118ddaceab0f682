import type { Rubric } from '../rubric/index.js';
import type { Question, Wording } from '../rubric/types.js';
import { TermIndex } from './bm25.js';
import { partsOf, strengthsOf, type Entry, type Part } from './evidence.js';
import { familiesOf } from './kin.js';
import { fitOf } from './fit.js';
import { oneLine, readQuestion, type ReadQuestion, type Subject } from './question.js';
import { reasonsFor, type Grounds } from './reasons.js';
import { stem } from './stems.js';
import type { BankStory, MatchResult, RankedStory } from './types.js';
import { kindToWrite } from './write.js';

/** More are not looked at. */
const MOST_RANKED = 24;
/** How much the subjects weigh whose kind of question is only near. */
const NEAR_WEIGHT = 0.7;
const SAME = 0.9;
const SAME_WEIGHT = 3;
const ASPECTS = 0.12;
const TOPIC = 0.3;
const TOPIC_ALONE = 0.75;
/** How sure a story is that names the very question in its front matter. */
const NAMED = 0.95;
const DRAFT = 0.9;
/** What is left of the score of a story that lacks what one of several subjects needs. */
const WITHOUT_NEEDED = 0.6;
/** How far a question is trusted to have been understood that no pattern matched; nothing is a strong answer to it. */
const UNDERSTOOD = 0.5;
const UNDERSTOOD_BY_CERTAINTY = 0.8;
const MOST_BY_SOUND = 0.66;
/** Where nothing fits, so many are shown that have anything to do with it. */
const MOST_NEAREST = 2;
const LEAST_NEAREST = 0.15;

/** Answers questions from one bank: made once for its stories, asked many times. */
export class Matchmaker {
  readonly #entries: readonly Entry[];
  readonly #index: TermIndex;
  readonly #named = new Map<string, Set<number>>();
  readonly #answers = new Map<Wording, Float32Array>();
  readonly #likeQuestions = new Map<Question, Wording>();

  constructor(
    readonly stories: readonly BankStory[],
    readonly rubric: Rubric,
  ) {
    this.#entries = stories.filter(({ status }) => status !== 'retired').flatMap((story) => story.tellings.map((telling): Entry => ({ story, telling, framedFor: this.#framedFor(telling.title) })));
    this.#index = new TermIndex(this.#entries.map(({ telling }) => telling.terms));
    this.#entries.forEach(({ story }, entry) => {
      for (const question of story.questions) this.#name(question, entry);
    });
  }

  /** The stories that answer a question, best first and at most so many. */
  match(question: string, most = MOST_RANKED): MatchResult {
    const read = readQuestion(question, this.rubric);
    if (!read.wantsStory) return this.#answer(question, read);
    const ranked = this.#rank(question, read, most);
    const write = ['stretch', 'gap'].includes(ranked[0]?.fit ?? 'gap') ? kindToWrite(read, this.rubric) : undefined;
    return { question, wantsStory: true, asksFor: this.#asksFor(read), ranked, ...(write ? { write } : {}) };
  }

  #answer(question: string, { wants, skeleton }: ReadQuestion): MatchResult {
    const template = this.rubric.template(skeleton ?? '');
    return { question, wantsStory: false, asksFor: wants === undefined ? [] : [wants], ranked: [], ...(template ? { outline: { title: template.title, text: template.text.trim() } } : {}) };
  }

  #asksFor({ subjects, aspects, near }: ReadQuestion): string[] {
    const titles = [...[...subjects].sort((a, b) => b.weight - a.weight).map(({ wording, soft }) => (soft ? `perhaps ${wording.title}` : wording.title)), ...aspects.map(({ title }) => title)];
    const kinds = near.flatMap(({ question }) => question.shapes.slice(0, 1).map((shape) => this.rubric.shape(shape)?.title.toLowerCase() ?? shape));
    return [...new Set(titles.length > 0 ? titles : kinds)];
  }

  #rank(question: string, read: ReadQuestion, most: number): RankedStory[] {
    const subjects = this.#subjectsOf(read);
    const named = this.#namedBy(question, read);
    const scores = this.#score(subjects, read, named);
    const best = bestTellings(this.#entries, scores).slice(0, most);
    return best.map((entry): RankedStory => {
      const { story, telling } = this.#entries[entry]!;
      const grounds = this.#groundsOf(entry, [...subjects.map(({ wording }) => wording), ...read.aspects], read, named.has(entry), fitOf(scores[entry]!) === 'gap');
      return { id: story.id, title: story.title, ...(telling.title === undefined ? {} : { framing: telling.title }), fit: fitOf(scores[entry]!), reasons: reasonsFor(grounds, this.rubric) };
    });
  }

  /** What is asked for, by its wording and by what the bank says of questions that are near. */
  #subjectsOf({ subjects, near }: ReadQuestion): Subject[] {
    const like = near.filter(({ question }) => question.shapes.length > 0).map(({ question, likeness }) => ({ wording: this.#asWording(question), weight: likeness > SAME ? SAME_WEIGHT : NEAR_WEIGHT * likeness ** 2, soft: false }));
    return [...subjects, ...like];
  }

  /** How well each telling answers, 0–1. */
  #score(subjects: readonly Subject[], read: ReadQuestion, named: ReadonlySet<number>): Float32Array {
    const about = this.#index.about(read.notions, familiesOf(this.rubric));
    const answered = this.#together(subjects);
    const beside = this.#together(read.aspects.map((wording): Subject => ({ wording, weight: 1, soft: false })));
    const needs = subjects.filter(({ wording, soft }) => !soft && wording.must.length > 0).map(({ wording }) => this.#answersTo(wording));
    const trusted = trustIn(read);
    return Float32Array.from(this.#entries, ({ story }, entry) => {
      const words = about[entry]!;
      const alone = Math.max(subjects.length > 0 ? trusted(answered[entry]!) : beside[entry]!, read.certainty < 1 ? TOPIC_ALONE * words : 0);
      const whole = 1 - (1 - alone) * (1 - ASPECTS * beside[entry]!) * (1 - TOPIC * words) * (1 - (named.has(entry) ? NAMED : 0));
      return whole * (story.status === 'draft' ? DRAFT : 1) * (needs.every((answers) => answers[entry]! > 0) ? 1 : WITHOUT_NEEDED);
    });
  }

  /** How far each telling answers several subjects, by their weight. */
  #together(subjects: readonly Subject[]): Float32Array {
    const weight = subjects.reduce((sum, subject) => sum + subject.weight, 0);
    const together = new Float32Array(this.#entries.length);
    for (const subject of subjects) {
      const answers = this.#answersTo(subject.wording);
      const share = subject.weight / weight;
      for (let entry = 0; entry < together.length; entry++) together[entry]! += share * answers[entry]!;
    }
    return together;
  }

  /** How far each telling answers a wording, worked out once. */
  #answersTo(wording: Wording): Float32Array {
    const known = this.#answers.get(wording);
    if (known) return known;
    const answers = strengthsOf(wording, this.#entries, this.#wordsOf(wording));
    this.#answers.set(wording, answers);
    return answers;
  }

  /** Which of a wording's words each telling uses. */
  #wordsOf(wording: Wording): ReadonlyMap<number, string[]> {
    const words = new Map<number, string[]>();
    for (const [term, word] of signWordsOf(wording)) {
      for (const { text } of this.#index.having(term)) {
        const used = words.get(text);
        if (used) used.push(word);
        else words.set(text, [word]);
      }
    }
    return words;
  }

  #groundsOf(entry: number, wordings: readonly Wording[], { notions }: ReadQuestion, named: boolean, onlyNearest: boolean): Grounds {
    const found = this.#entries[entry]!;
    const { terms } = found.telling;
    const parts = wordings.flatMap((wording) => partsOf(wording, found, [...signWordsOf(wording)].filter(([term]) => terms.has(term)).map(([, word]) => word)).map((part): Part & { wording: Wording } => ({ ...part, wording })));
    const families = familiesOf(this.rubric);
    const shared = notions.filter(({ term }) => terms.has(term)).map(({ word }) => word);
    const akin = notions.flatMap((notion) => (terms.has(notion.term) ? [] : families.kinOf(notion).filter(([term]) => terms.has(term)).slice(0, 1).map(([, word]) => `${notion.word} – ${word}`)));
    return { entry: found, parts, shared, akin, named, onlyNearest };
  }

  #asWording(question: Question): Wording {
    const known = this.#likeQuestions.get(question);
    if (known) return known;
    const { id, text, shapes, signals, sources } = question;
    const wording: Wording = { id: `question ${id}`, title: `“${text}”`, aspect: false, likely: false, cues: [], shapes, signals, beats: [], told: [], must: [], sources, examples: { asks: [], silent: [] } };
    this.#likeQuestions.set(question, wording);
    return wording;
  }

  /** What a framing is told for: its title is read as a question would be. */
  #framedFor(title: string | undefined): ReadonlySet<string> {
    return new Set(title === undefined ? [] : readQuestion(title, this.rubric).subjects.filter(({ soft }) => !soft).map(({ wording }) => wording.id));
  }

  #name(question: string, entry: number): void {
    const key = oneLine(question).toLowerCase();
    this.#named.set(key, (this.#named.get(key) ?? new Set()).add(entry));
  }

  /** The tellings of stories whose front matter names the question. */
  #namedBy(question: string, { near }: ReadQuestion): ReadonlySet<number> {
    const same = near.filter(({ likeness }) => likeness > SAME).map(({ question: { id } }) => id);
    return new Set([oneLine(question).toLowerCase(), ...same].flatMap((key) => [...(this.#named.get(key) ?? [])]));
  }
}

const signWords = new WeakMap<Wording, ReadonlyMap<string, string>>();

/** The words by which an answer to a wording is known, by their stems. */
function signWordsOf(wording: Wording): ReadonlyMap<string, string> {
  const known = signWords.get(wording);
  if (known) return known;
  const words = new Map<string, string>();
  for (const word of [...wording.told, ...wording.must]) if (!words.has(stem(word))) words.set(stem(word), word);
  signWords.set(wording, words);
  return words;
}

/** What is left of how far a story answers, where only the words of the subjects were heard in a question. */
function trustIn({ certainty, near }: ReadQuestion): (answered: number) => number {
  if (certainty === 1 || near.length > 0) return (answered) => answered;
  const share = Math.min(1, UNDERSTOOD + UNDERSTOOD_BY_CERTAINTY * certainty);
  return (answered) => Math.min(MOST_BY_SOUND, share * answered);
}

/** The best telling of each story that fits, best first, or of the nearest where none does; among equals in the order of the bank. */
function bestTellings(entries: readonly Entry[], scores: Float32Array): number[] {
  const best = new Map<BankStory, number>();
  scores.forEach((score, entry) => {
    if (score < LEAST_NEAREST) return;
    const { story } = entries[entry]!;
    const so = best.get(story);
    if (so === undefined || score > scores[so]!) best.set(story, entry);
  });
  const ordered = [...best.values()].sort((a, b) => scores[b]! - scores[a]!);
  const fitting = ordered.filter((entry) => fitOf(scores[entry]!) !== 'gap');
  return fitting.length > 0 ? fitting : ordered.slice(0, MOST_NEAREST);
}
