import { announcementsIn, type Announcement } from './announce.js';
import { countByLanguage, sumOf, type LanguageCounts } from './language.js';
import type { Block } from './block.js';
import type { KnownBlock, Stretch } from './memory.js';
import { splitSentences } from './sentences.js';
import { countWords } from './spokenWords.js';
import { tokenise } from './tokens.js';
import { TokenClass, type Aside, type Label, type Range, type Role, type Section, type Sentence, type Step, type StepKind, type Telling } from './types.js';

/** A section while it is being read. */
class OpenSection {
  readonly sentences: Sentence[] = [];
  readonly steps: Step[] = [];
  readonly continued: Label[] = [];
  step: StepKind | undefined;
  words = 0;
  wholeEnd = 0;

  constructor(
    readonly role: Role,
    readonly covers: readonly Role[],
    readonly label: Label | undefined,
  ) {}

  close(): Section | undefined {
    const first = this.sentences[0];
    const last = this.sentences[this.sentences.length - 1];
    if (!this.label && !first) return undefined;
    const start = first?.start ?? this.wholeEnd;
    const end = Math.max(last?.end ?? 0, start);
    const whole = { start: this.label?.start ?? start, end: Math.max(this.wholeEnd, end) };
    return { role: this.role, covers: this.covers, label: this.label, continued: this.continued, start, end, whole, sentences: this.sentences, steps: this.steps, words: this.words };
  }
}

interface OpenTelling {
  readonly title: string | undefined;
  readonly label: Label | undefined;
  readonly sections: Section[];
}

export interface Sections {
  readonly tellings: [Telling, ...Telling[]];
  readonly asides: readonly Aside[];
  /** The first heading that announces nothing. */
  readonly heading: Range | undefined;
  /** What speaks for the language of all that is told. */
  readonly language: LanguageCounts;
}

/** Divides a file's blocks into tellings, sections and asides. What is `known` of the blocks is not read again. */
export function readSections(blocks: readonly Block[], known?: readonly KnownBlock[]): Sections {
  const announced = blocks.map((block, index) => known?.[index]!.announcementsOf(block) ?? announcementsIn(block));
  const reader = new SectionReader(trustInitials(announced), known);
  blocks.forEach((block, index) => reader.read(block, index));
  return reader.finish();
}

/** Single letters are labels only where at least three different ones stand: "A:" alone is an answer. */
function trustInitials(announced: readonly (readonly Announcement[])[]): readonly (readonly Announcement[])[] {
  const roles = new Set<Role>();
  for (const all of announced) for (const { meaning } of all) if (meaning.kind === 'section' && meaning.initial) roles.add(meaning.covers[0]!);
  if (roles.size >= 3) return announced;
  return roles.size === 0 ? announced : announced.map((all) => all.filter(({ meaning }) => !(meaning.kind === 'section' && meaning.initial)));
}

class SectionReader {
  readonly #announced: readonly (readonly Announcement[])[];
  readonly #known: readonly KnownBlock[] | undefined;
  readonly #languages: LanguageCounts[] = [];
  readonly #main: OpenTelling = { title: undefined, label: undefined, sections: [] };
  readonly #framings: OpenTelling[] = [];
  readonly #asides: Aside[] = [];
  #telling = this.#main;
  #section: OpenSection | undefined;
  #aside: { readonly kind: Aside['kind']; readonly telling: number; readonly label: Label; end: number } | undefined;
  #heading: Range | undefined;

  constructor(announced: readonly (readonly Announcement[])[], known: readonly KnownBlock[] | undefined) {
    this.#announced = announced;
    this.#known = known;
  }

  read(block: Block, index: number): void {
    const announced = this.#announced[index]!;
    if (block.kind === 'heading' && announced.length === 0) return this.#unknownHeading(block);
    let from = block.start;
    for (const next of announced) {
      this.#prose(block, index, { start: from, end: next.label.start });
      this.#announce(next);
      from = next.label.bodyStart;
    }
    if (block.kind !== 'heading') this.#prose(block, index, { start: from, end: block.end });
  }

  finish(): Sections {
    this.#closeSection();
    this.#closeAside();
    const main = finishTelling(this.#main, []);
    const framings = this.#framings.map((framing) => finishTelling(framing, main.sections));
    return { tellings: [main, ...framings], asides: this.#asides, heading: this.#heading, language: sumOf(this.#languages) };
  }

  #prose(block: Block, index: number, range: Range): void {
    if (range.end <= range.start) return;
    if (this.#aside) {
      this.#aside.end = range.end;
      return;
    }
    const bullet = block.bullet && range.start === block.start;
    const { sentences, words, language } = this.#stretch(block, index, range, bullet);
    if (sentences.length === 0) return;
    const section = (this.#section ??= new OpenSection('body', [], undefined));
    for (const sentence of sentences) section.sentences.push(sentence);
    section.words += words;
    this.#languages.push(language);
    section.wholeEnd = Math.max(section.wholeEnd, range.end);
  }

  #stretch(block: Block, index: number, range: Range, bullet: boolean): Stretch {
    const step = this.#section?.step;
    const read = (own: Block): Stretch => readStretch(own, range, step, bullet);
    return this.#known?.[index]!.stretch(block, range, step, bullet, read) ?? read(block);
  }

  #announce({ meaning, label }: Announcement): void {
    if (this.#aside && this.#aside.label.style === 'heading' && label.depth > this.#aside.label.depth) return;
    this.#closeAside();
    switch (meaning.kind) {
      case 'framing':
        this.#closeSection();
        this.#telling = { title: meaning.title, label, sections: [] };
        this.#framings.push(this.#telling);
        break;
      case 'aside':
        this.#closeSection();
        this.#aside = { kind: meaning.aside, telling: this.#keptFor(meaning.aside, label), label, end: label.end };
        break;
      case 'step':
        this.#announceStep(meaning.step, label);
        break;
      case 'section': {
        this.#leaveFraming(label);
        const covers = meaning.impact && !this.#hasActed() ? (['situation'] as const) : meaning.covers;
        if (this.#continues(covers[0]!, label)) {
          this.#section!.continued.push(label);
          break;
        }
        this.#open(covers[0]!, covers, label);
        this.#section!.step = meaning.step;
      }
    }
  }

  /** "Action 2" after "Action 1", or "Impact" inside the situation it belongs to. */
  #continues(role: Role, label: Label): boolean {
    const current = this.#section;
    return current?.role === role && current.label !== undefined && label.text.toLowerCase() !== current.label.text.toLowerCase();
  }

  #hasActed(): boolean {
    const acted = (role: Role): boolean => role === 'action' || role === 'result';
    return acted(this.#section?.role ?? 'body') || this.#telling.sections.some((section) => acted(section.role));
  }

  #announceStep(kind: StepKind, label: Label): void {
    const inside = this.#section && (this.#section.role === 'action' || (this.#section.label !== undefined && label.depth > this.#section.label.depth && label.style === 'heading'));
    if (!inside) {
      this.#leaveFraming(label);
      this.#open('action', [], label);
    }
    const section = this.#section!;
    section.step = kind;
    section.steps.push({ kind, label, start: label.start, end: label.bodyStart });
    section.wholeEnd = Math.max(section.wholeEnd, label.bodyStart);
  }

  #open(role: Role, covers: readonly Role[], label: Label): void {
    this.#closeSection();
    this.#section = new OpenSection(role, covers, label);
    this.#section.wholeEnd = label.bodyStart;
  }

  #unknownHeading(block: Block): void {
    if (this.#aside) {
      if (this.#aside.label.style === 'heading' && block.depth > this.#aside.label.depth) return;
      this.#closeAside();
    }
    this.#leaveFraming({ start: block.start, end: block.end, style: 'heading', depth: block.depth, text: '', bodyStart: block.end });
    const label = this.#section?.label;
    if (label?.style === 'heading' && block.depth > label.depth) {
      this.#section!.step = undefined;
      return;
    }
    if (!this.#heading && this.#telling === this.#main && this.#main.sections.length === 0 && !this.#section) this.#heading = { start: block.start, end: block.end };
    if (label) this.#closeSection();
  }

  #keptFor(kind: Aside['kind'], label: Label): number {
    return kind === 'cues' && !this.#endsFraming(label) ? this.#framings.indexOf(this.#telling) + 1 : 0;
  }

  /** A heading as high as the framing's own ends it. */
  #endsFraming(label: Label): boolean {
    const framing = this.#telling.label;
    return framing !== undefined && label.style === 'heading' && label.depth <= framing.depth;
  }

  #leaveFraming(label: Label): void {
    if (this.#endsFraming(label)) {
      this.#closeSection();
      this.#telling = this.#main;
    }
  }

  #closeSection(): void {
    const closed = this.#section?.close();
    if (closed) this.#telling.sections.push(closed);
    this.#section = undefined;
  }

  #closeAside(): void {
    if (this.#aside) this.#asides.push({ kind: this.#aside.kind, telling: this.#aside.telling, label: this.#aside.label, start: this.#aside.label.start, end: this.#aside.end });
    this.#aside = undefined;
  }
}

function readStretch(block: Block, range: Range, step: StepKind | undefined, bullet: boolean): Stretch {
  const ranges = splitSentences(block.prose, block.start, range, block.code);
  const sentences = ranges.map((sentence, index) => readSentence(block, sentence, step, bullet && index === 0));
  return { sentences, words: countWords(block.prose.slice(range.start - block.start, range.end - block.start)), language: countByLanguage(sentences) };
}

function readSentence(block: Block, range: Range, step: StepKind | undefined, bullet: boolean): Sentence {
  const tokens = tokenise(block.prose, block.start, range, block.code);
  const slots = tokens.filter((token) => token.classes & TokenClass.slot).map(({ start, end }) => ({ start, end }));
  const words = countWords(block.prose.slice(range.start - block.start, range.end - block.start));
  return { start: range.start, end: range.end, tokens, words, step, bullet, slots };
}

function finishTelling(open: OpenTelling, first: readonly Section[]): Telling {
  const told = new Set(open.sections.map((section) => section.role));
  const inherited = open.title === undefined ? [] : first.filter((section) => !told.has(section.role));
  const start = open.label?.start ?? open.sections[0]?.whole.start ?? 0;
  const end = open.sections[open.sections.length - 1]?.whole.end ?? open.label?.end ?? start;
  return { title: open.title, label: open.label, range: { start, end }, sections: open.sections, inherited };
}
