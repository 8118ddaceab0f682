import type { Beat, Template } from './types.js';

const SLOT = /\[[^[\]\r\n]+\](?!\()/g;

/** Which beats a sentence with unfilled slots is a draft of: those whose fill-in sentence has all of its slots. */
export class Drafts {
  readonly #fills: readonly { readonly beat: string; readonly slots: ReadonlySet<string> }[];

  constructor(beats: readonly Beat[], templates: readonly Template[]) {
    const texts = new Map(templates.map(({ id, text }) => [id, text]));
    this.#fills = beats.map(({ id, fill }) => ({ beat: id, slots: new Set((texts.get(fill)?.toLowerCase().match(SLOT)) ?? []) }));
  }

  /**
   * The beats that a sentence with these slots was written for; undefined when it is nobody's fill-in sentence, and a slot
   * may stand for anything. Slots are in lower case, with their brackets.
   */
  meantBy(slots: readonly string[]): ReadonlySet<string> | undefined {
    const meant = this.#fills.filter((fill) => slots.every((slot) => fill.slots.has(slot)));
    return meant.length === 0 ? undefined : new Set(meant.map(({ beat }) => beat));
  }
}
