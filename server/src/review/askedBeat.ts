import type { Beat } from '../rubric/index.js';
import type { BeatHeard } from './beats.js';
import { isHeard, type ReviewContext } from './context.js';
import { applies, doubtOf } from './findings/gaps.js';
import type { BeatReview, Doubt, Evidence } from './types.js';

/**
 * A beat with what is asked of it in this story, each answer worked out when it is asked for: while a story is written it
 * is reviewed at every key, and nobody looks at most of them.
 */
export class AskedBeat implements BeatReview {
  readonly #context: ReviewContext;
  readonly #heard: BeatHeard;

  constructor(context: ReviewContext, heard: BeatHeard) {
    this.#context = context;
    this.#heard = heard;
  }

  get id(): string {
    return this.#heard.id;
  }

  get present(): boolean {
    return this.#heard.present;
  }

  get evidence(): readonly Evidence[] {
    return this.#heard.evidence;
  }

  get drafted(): boolean {
    return this.#heard.drafted;
  }

  get drafts(): BeatReview['drafts'] {
    return this.#heard.drafts;
  }

  get doubt(): Doubt {
    return this.#heard.doubt;
  }

  get required(): boolean {
    const { settings, shapes, understood } = this.#context;
    return understood && settings.askedOf(this.#beat, shapes) !== 'off';
  }

  get concerns(): boolean {
    const { settings, shapes, understood } = this.#context;
    return understood && settings.speaksOf(this.#beat, shapes);
  }

  get missing(): boolean {
    const { settings, shapes, understood } = this.#context;
    if (!understood || isHeard(this.#context, this.id)) return false;
    const beat = this.#beat;
    return beat.gaps.some((gap) => applies(gap, this.#context) && settings.severityOfGap(gap, beat, shapes, () => doubtOf(gap, beat, this.#context)) !== 'off');
  }

  /** All answers. */
  toJSON(): BeatReview {
    const { id, present, evidence, drafted, drafts, doubt, required, concerns, missing } = this;
    return { id, present, evidence, drafted, drafts, doubt, required, concerns, missing };
  }

  get #beat(): Beat {
    return this.#context.rubric.beat(this.#heard.id)!;
  }
}
