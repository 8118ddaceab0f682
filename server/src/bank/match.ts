import type { Rubric } from '../rubric/index.js';
import type { Question, Wording } from '../rubric/types.js';
import { finished, type Steps } from '../story/index.js';
import { partsOf, wordsUsed, type Entry, type Part } from './evidence.js';
import { familiesOf } from './kin.js';
import { fitOf } from './fit.js';
import { readQuestion, type ReadQuestion, type Subject } from './question.js';
import { reasonsFor, type Grounds } from './reasons.js';
import { Tellings } from './tellings.js';
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

/** Answers questions from one bank: made once, asked many times, and kept up to date at the cost of the stories that changed. */
export class Matchmaker {
  readonly #tellings: Tellings;
  readonly #likeQuestions = new Map<Question, Wording>();
  /** The questions of the rubric's bank as they were understood: they are asked again with every change. */
  readonly #readings = new Map<string, ReadQuestion | undefined>();

  constructor(
    stories: readonly BankStory[],
    readonly rubric: Rubric,
  ) {
    this.#tellings = new Tellings((title) => this.#framedFor(title));
    for (const { text } of rubric.data.questions) this.#readings.set(text, undefined);
    finished(this.follow(stories));
  }

  /** Answers from these stories once it is done, and nothing is asked before. What is known of a story is kept as long as it is the very same object. */
  follow(stories: readonly BankStory[]): Steps<void> {
    return this.#tellings.follow(stories);
  }

  /** The stories that answer a question, best first and at most so many. */
  match(question: string, most = MOST_RANKED): MatchResult {
    const read = this.#read(question);
    if (!read.wantsStory) return this.#answer(question, read);
    const ranked = this.#rank(question, read, most);
    const write = ['stretch', 'gap'].includes(ranked[0]?.fit ?? 'gap') ? kindToWrite(read, this.rubric) : undefined;
    return { question, wantsStory: true, asksFor: this.#asksFor(read), ranked, ...(write ? { write } : {}) };
  }

  #read(question: string): ReadQuestion {
    const read = this.#readings.get(question) ?? readQuestion(question, this.rubric);
    if (this.#readings.has(question)) this.#readings.set(question, read);
    return read;
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
    return bestTellings(this.#tellings, scores, most).map((number): RankedStory => {
      const entry = this.#tellings.at(number)!;
      const { story: { id, title }, telling } = entry;
      const grounds = this.#groundsOf(entry, [...subjects.map(({ wording }) => wording), ...read.aspects], read, named.has(number), fitOf(scores[number]!) === 'gap');
      return { id, title, ...(telling.title === undefined ? {} : { framing: telling.title }), fit: fitOf(scores[number]!), reasons: reasonsFor(grounds, this.rubric) };
    });
  }

  /** What is asked for, by its wording and by what the bank says of questions that are near. */
  #subjectsOf({ subjects, near }: ReadQuestion): Subject[] {
    const like = near.filter(({ question }) => question.shapes.length > 0).map(({ question, likeness }) => ({ wording: this.#asWording(question), weight: likeness > SAME ? SAME_WEIGHT : NEAR_WEIGHT * likeness ** 2, soft: false }));
    return [...subjects, ...like];
  }

  /** How well each telling answers, 0–1. */
  #score(subjects: readonly Subject[], read: ReadQuestion, named: ReadonlySet<number>): Float32Array {
    const about = this.#tellings.index.about(read.notions, familiesOf(this.rubric));
    const answered = this.#together(subjects);
    const beside = this.#together(read.aspects.map((wording): Subject => ({ wording, weight: 1, soft: false })));
    const needs = subjects.filter(({ wording, soft }) => !soft && wording.must.length > 0).map(({ wording }) => this.#tellings.answersTo(wording));
    const trusted = trustIn(read);
    const scores = new Float32Array(this.#tellings.size);
    for (let number = 0; number < scores.length; number++) {
      const entry = this.#tellings.at(number);
      if (entry === undefined) continue;
      const words = about[number]!;
      const alone = Math.max(subjects.length > 0 ? trusted(answered[number]!) : beside[number]!, read.certainty < 1 ? TOPIC_ALONE * words : 0);
      const whole = 1 - (1 - alone) * (1 - ASPECTS * beside[number]!) * (1 - TOPIC * words) * (1 - (named.has(number) ? NAMED : 0));
      scores[number] = whole * (entry.story.status === 'draft' ? DRAFT : 1) * (needs.every((answers) => answers[number]! > 0) ? 1 : WITHOUT_NEEDED);
    }
    return scores;
  }

  /** How far each telling answers several subjects, by their weight. */
  #together(subjects: readonly Subject[]): Float32Array {
    const weight = subjects.reduce((sum, subject) => sum + subject.weight, 0);
    const together = new Float32Array(this.#tellings.size);
    for (const subject of subjects) {
      const answers = this.#tellings.answersTo(subject.wording);
      const share = subject.weight / weight;
      for (let number = 0; number < together.length; number++) together[number]! += share * answers[number]!;
    }
    return together;
  }

  #groundsOf(entry: Entry, wordings: readonly Wording[], { notions }: ReadQuestion, named: boolean, onlyNearest: boolean): Grounds {
    const { terms } = entry.telling;
    const parts = wordings.flatMap((wording) => partsOf(wording, entry, wordsUsed(wording, entry)).map((part): Part & { wording: Wording } => ({ ...part, wording })));
    const families = familiesOf(this.rubric);
    const shared = notions.filter(({ term }) => terms.has(term)).map(({ word }) => word);
    const akin = notions.flatMap((notion) => (terms.has(notion.term) ? [] : families.kinOf(notion).filter(([term]) => terms.has(term)).slice(0, 1).map(([, word]) => `${notion.word} – ${word}`)));
    return { entry, parts, shared, akin, named, onlyNearest };
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

  /** The tellings of stories whose front matter names the question. */
  #namedBy(question: string, { near }: ReadQuestion): ReadonlySet<number> {
    const same = near.filter(({ likeness }) => likeness > SAME).map(({ question: { id } }) => id);
    return new Set([question, ...same].flatMap((name) => [...this.#tellings.naming(name)]));
  }
}

/** What is left of how far a story answers, where only the words of the subjects were heard in a question. */
function trustIn({ certainty, near }: ReadQuestion): (answered: number) => number {
  if (certainty === 1 || near.length > 0) return (answered) => answered;
  const share = Math.min(1, UNDERSTOOD + UNDERSTOOD_BY_CERTAINTY * certainty);
  return (answered) => Math.min(MOST_BY_SOUND, share * answered);
}

/** The best telling of each story that fits, best first and at most so many, or of the nearest where none does; among equals in the order of the bank. */
function bestTellings(tellings: Tellings, scores: Float32Array, most: number): number[] {
  const before = (a: number, b: number): boolean => scores[a]! > scores[b]! || (scores[a] === scores[b] && tellings.placeOf(a) < tellings.placeOf(b));
  const best: number[] = [];
  for (let number = 0; number < scores.length; number++) {
    // Of thousands only a few get past the last of the best.
    if (scores[number]! < LEAST_NEAREST || (best.length === most && !before(number, best.at(-1)!))) continue;
    const same = best.findIndex((other) => tellings.at(other)!.story === tellings.at(number)!.story);
    if (same >= 0 && !before(number, best[same]!)) continue;
    if (same >= 0) best.splice(same, 1);
    const place = best.findIndex((other) => before(number, other));
    best.splice(place < 0 ? best.length : place, 0, number);
    best.length = Math.min(best.length, most);
  }
  const fitting = best.filter((number) => fitOf(scores[number]!) !== 'gap');
  return fitting.length > 0 ? fitting : best.slice(0, MOST_NEAREST);
}
