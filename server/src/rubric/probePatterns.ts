import { Matcher } from './matcher.js';
import { PatternGroups, type CompiledCue } from './patternGroups.js';
import type { Lexicons } from './lexicons.js';
import type { Probe } from './types.js';
import type { Vocabulary } from './vocabulary.js';

/** What to look for to raise a probe, and what it is not asked beside. */
export interface CompiledProbe {
  readonly cues: readonly CompiledCue[];
  /** The group of what must be said for it to be asked; -1 for none. */
  readonly whenGroup: number;
  /** The group of what answers it, wherever that is said; -1 for none. */
  readonly saidGroup: number;
}

/** The patterns of probes, in a matcher of their own. */
export class ProbePatterns {
  readonly matcher: Matcher;
  readonly #probes: ReadonlyMap<string, CompiledProbe>;

  /** @throws Error listing every pattern that cannot be read */
  constructor(probes: readonly Probe[], vocabulary: Vocabulary, lexicons: Lexicons) {
    const patterns = new PatternGroups();
    this.#probes = new Map(
      probes.map(({ id, cues, ifSaid, unlessSaid }) => {
        const where = `probe ${id}`;
        return [id, { cues: patterns.cues(where, cues), whenGroup: patterns.group(where, ifSaid), saidGroup: patterns.group(where, unlessSaid) }];
      }),
    );
    this.matcher = new Matcher(vocabulary, lexicons, patterns.compile(vocabulary, lexicons));
  }

  /** The compiled patterns of one of the probes. */
  of(probe: Probe): CompiledProbe {
    return this.#probes.get(probe.id)!;
  }
}
