import type { Range as LspRange } from 'vscode-languageserver-types';
import type { Hiding } from '../../bank/index.js';
import { bestOf } from '../../review/bestEvidence.js';
import { compareSeverity } from '../../review/settings.js';
import type { Edit, Finding, Fix, TellingReview } from '../../review/types.js';
import type { Severity } from '../../rubric/types.js';
import type { Range, Story } from '../../story/types.js';
import { saidOfBroken } from '../broken.js';
import { toLspRange, type ReviewedStory } from '../reviewed.js';
import { slotsIn } from '../snippets.js';
import { isHeard, standings, type BeatStanding, type Standing } from '../standings.js';
import { Refusal } from './refusal.js';

/** Words of the story and where they stand: lines from zero, UTF-16 characters. */
export interface Quote {
  readonly quote: string;
  readonly range: LspRange;
}

/** A way to answer a finding. What only the person knows stands in it as a `[slot]`. */
export interface Suggestion {
  readonly title: string;
  /** The slots in its text: ask the person for each. */
  readonly slots: readonly string[];
  readonly edits: readonly { readonly range: LspRange; readonly replaces: string; readonly newText: string }[];
}

export interface FindingAnswer extends Quote {
  readonly rule: string;
  readonly severity: Severity;
  /** What is missing or weak, and what to write. */
  readonly message: string;
  /** The framing it is about; null for the file's own telling. */
  readonly framing: string | null;
  readonly suggestions: readonly Suggestion[];
}

export interface HeardBeat {
  readonly beat: string;
  readonly title: string;
  readonly framing: string | null;
  readonly evidence: readonly (Quote & { readonly strength: 'strong' | 'weak' })[];
}

export interface UnheardBeat {
  readonly beat: string;
  readonly title: string;
  readonly framing: string | null;
  /** `drafted`: a sentence with an unfilled slot would say it; `unclear`: something comes near it. */
  readonly standing: Exclude<Standing, 'heard' | 'faint'>;
  /** What an interviewer would ask. */
  readonly question: string;
}

/** A review as a program reads it: every claim with the words it rests on. */
export interface ReviewAnswer {
  readonly path: string | null;
  /** Nothing of severity error or warning is left, and no slot is unfilled. */
  readonly clean: boolean;
  readonly remaining: { readonly errors: number; readonly warnings: number; readonly informations: number; readonly hints: number; readonly slots: number };
  /** What to do now. */
  readonly next: string;
  readonly story: { readonly title: string | null; readonly profile: string; readonly shapes: readonly string[]; readonly words: number; readonly seconds: number; readonly english: boolean };
  readonly heard: readonly HeardBeat[];
  readonly unheard: readonly UnheardBeat[];
  /** Strongest first. */
  readonly findings: readonly FindingAnswer[];
  /** What stands in the story and only the person can fill in. */
  readonly slots: readonly Quote[];
  /** Finding codes that the story itself leaves out; `*` for all. */
  readonly leftOut: readonly string[];
  /** Suggestions that are not shown because they would move words in which a name is hidden. */
  readonly withheld: number;
  /** What broke off in Starwright and was left out, a sentence each: none where it is in order. */
  readonly broken: readonly string[];
}

const MOST_EVIDENCE = 3;
const COUNTED = { error: 'errors', warning: 'warnings', information: 'informations', hint: 'hints' } as const;
const NO_STORY = {
  empty: 'there is no text in it.',
  binary: 'it is not text.',
  'too-large': 'it is too large for a story: at most 200,000 characters and 5,000 lines.',
  'no-prose': 'it has fewer than twenty words of prose. Write the story first; list_questions and explain_criterion say what it should hold.',
} as const;

const NOT_ALL = 'Nothing is left of what could be checked. Tell the person that not everything was, and what "broken" says.';

/**
 * The review of one story for a program.
 * @param path how the story is called in the answer; null for a text that was sent
 * @throws Refusal for what is no story
 */
export function reviewAnswer(reviewed: ReviewedStory, path: string | null, hidden: Hiding): ReviewAnswer {
  const { story } = reviewed.review;
  if (story.notAStory) throw new Refusal(`This is no story that can be reviewed: ${NO_STORY[story.notAStory]}`);
  return new Writer(reviewed, hidden).answer(path);
}

/** A story with its names as they are written. */
export function asWritten({ text }: Story): Hiding {
  return { text: (said) => said, quote: ({ start, end }) => text.slice(start, end) };
}

class Writer {
  #withheld = 0;

  constructor(
    readonly reviewed: ReviewedStory,
    readonly hidden: Hiding,
  ) {}

  answer(path: string | null): ReviewAnswer {
    const { story, profile, shapes, tellings } = this.reviewed.review;
    const findings = tellings.flatMap((telling) => telling.findings.map((finding) => this.#finding(telling, finding))).sort((a, b) => compareSeverity(a.severity, b.severity));
    const slots = tellings.flatMap(({ telling }) => telling.sections.flatMap(({ sentences }) => sentences.flatMap((sentence) => sentence.slots.map((slot) => this.#quote(slot)))));
    const remaining = { errors: 0, warnings: 0, informations: 0, hints: 0, slots: slots.length };
    for (const { severity } of findings) remaining[COUNTED[severity]]++;
    const clean = remaining.errors + remaining.warnings + remaining.slots === 0;
    const [{ timing }] = tellings;
    const broken = this.reviewed.review.broken.map(saidOfBroken);
    return {
      path,
      clean,
      remaining,
      next: broken.length > 0 && clean ? NOT_ALL : nextStep(clean, slots, findings),
      story: { title: story.title ? this.hidden.text(story.title.value) : null, profile: profile.id, shapes: shapes.map(({ id }) => id), words: timing.words, seconds: Math.round(timing.seconds), english: story.english },
      heard: tellings.flatMap((telling) => this.#heard(telling)),
      unheard: tellings.flatMap((telling) => this.#unheard(telling)),
      findings,
      slots,
      leftOut: leftOut(story),
      withheld: this.#withheld,
      broken,
    };
  }

  #heard(telling: TellingReview): HeardBeat[] {
    return this.#standings(telling).filter(isHeard).map(({ beat, review }) => {
      const evidence = bestOf(review.evidence).slice(0, MOST_EVIDENCE).map(({ strength, sentence }) => ({ strength, ...this.#quote(sentence) }));
      return { beat: beat.id, title: beat.title, framing: this.#framing(telling), evidence };
    });
  }

  #unheard(telling: TellingReview): UnheardBeat[] {
    return this.#standings(telling).flatMap(({ beat, standing }) => {
      if (standing === 'heard' || standing === 'faint') return [];
      return [{ beat: beat.id, title: beat.title, framing: this.#framing(telling), standing, question: beat.question }];
    });
  }

  #standings(telling: TellingReview): BeatStanding[] {
    return standings(this.reviewed, telling);
  }

  #finding(telling: TellingReview, { rule, severity, message, range, fixes }: Finding): FindingAnswer {
    const suggestions = fixes.filter(({ silences }) => !silences).flatMap((fix) => this.#suggestion(fix));
    return { rule, severity, message: this.#said(message, range), framing: this.#framing(telling), ...this.#quote(range), suggestions };
  }

  /** A message quotes its place, which can be a part of a name. */
  #said(message: string, range: Range): string {
    const written = this.reviewed.review.story.text.slice(range.start, range.end);
    const shown = this.hidden.quote(range);
    return this.hidden.text(shown === written || written === '' ? message : message.replaceAll(written, shown));
  }

  /** None where the text to write holds a hidden name: what stands in its place must not get into the story. */
  #suggestion({ title, edits }: Fix): Suggestion[] {
    if (edits.some(({ newText }) => this.hidden.text(newText) !== newText)) {
      this.#withheld++;
      return [];
    }
    const slots = [...new Set(edits.flatMap(({ newText }) => slotsIn(newText)))];
    return [{ title: this.hidden.text(title), slots, edits: edits.map((edit) => this.#edit(edit)) }];
  }

  #edit(edit: Edit): Suggestion['edits'][number] {
    return { range: toLspRange(this.reviewed, edit), replaces: this.hidden.quote(edit), newText: edit.newText };
  }

  #framing({ telling: { title } }: TellingReview): string | null {
    return title === undefined ? null : this.hidden.text(title);
  }

  #quote(range: Range): Quote {
    return { quote: this.hidden.quote(range), range: toLspRange(this.reviewed, range) };
  }
}

function nextStep(clean: boolean, slots: readonly Quote[], [first]: readonly FindingAnswer[]): string {
  if (clean) return 'Nothing is left to fix. Let the person read the whole story: whether it is true, only they know.';
  const asked = [...new Set(slots.map(({ quote }) => quote))];
  if (asked.length > 0) return `Ask the person what belongs in ${asked.join(', ')}. Do not guess a fact.`;
  return first?.message ?? '';
}

/** The codes that marks in the text or the front matter leave out. */
function leftOut({ suppressions, frontMatter }: Story): string[] {
  const marked = suppressions.filter(({ form }) => form !== 'enable').flatMap(({ codes }) => (codes.length === 0 ? ['*'] : codes.map(({ code }) => code)));
  const off = [...(frontMatter?.rules ?? [])].filter(([, { value }]) => value === 'off').map(([code]) => code);
  return [...new Set([...marked, ...off])];
}
