import type { Lexicons } from './lexicons.js';
import { Matcher } from './matcher.js';
import { parsePattern, PatternError } from './pattern.js';
import type { Cue } from './types.js';

/** A cue with the matcher groups its patterns were compiled to; -1 for none. */
export interface CompiledCue {
  readonly strength: 'strong' | 'weak';
  readonly in: Cue['in'];
  readonly step: Cue['step'];
  readonly first: number | undefined;
  readonly group: number;
  readonly withGroup: number;
  readonly unlessGroup: number;
}

/** Patterns compiled into numbered groups of one matcher. */
export class PatternGroups {
  readonly matcher: Matcher;
  readonly #problems: string[] = [];
  #groups = 0;

  constructor(lexicons: Lexicons) {
    this.matcher = new Matcher(lexicons);
  }

  /** The cues of one owner, which is named where a pattern cannot be read. */
  cues(owner: string, cues: readonly (Omit<Cue, 'strength'> & { readonly strength?: Cue['strength'] })[]): CompiledCue[] {
    return cues.map((cue) => ({
      strength: cue.strength ?? 'strong',
      in: cue.in,
      step: cue.step,
      first: cue.first,
      group: this.group(owner, cue.patterns),
      withGroup: this.group(owner, cue.with),
      unlessGroup: this.group(owner, cue.unless),
    }));
  }

  /** The number of the group that patterns are compiled to; -1 for none. */
  group(owner: string, patterns: readonly string[] | undefined): number {
    if (!patterns?.length) return -1;
    const group = this.#groups++;
    for (const pattern of patterns) this.#add(owner, group, pattern);
    return group;
  }

  /** @throws Error listing every pattern that could not be read */
  requireReadable(): void {
    if (this.#problems.length > 0) throw new Error(this.#problems.join('\n'));
  }

  #add(owner: string, group: number, pattern: string): void {
    try {
      this.matcher.add(group, parsePattern(pattern));
    } catch (error) {
      const place = error instanceof PatternError ? `, column ${error.column + 1}` : '';
      this.#problems.push(`${owner}${place}: ${(error as Error).message} in "${pattern}"`);
    }
  }
}
