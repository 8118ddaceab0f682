import type { Role } from '../story/types.js';
import { Compiler } from './compile.js';
import type { Lexicons } from './lexicons.js';
import { parsePattern, PatternError } from './pattern.js';
import type { Program } from './program.js';
import type { Cue } from './types.js';
import type { Vocabulary } from './vocabulary.js';

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

/** Patterns in numbered groups, for one matcher. */
export class PatternGroups {
  readonly #groups: { readonly owner: string; readonly patterns: readonly string[]; readonly conditionOf: number | undefined }[] = [];
  readonly #roles = new Map<number, readonly Role[]>();

  /** The cues of one owner, which is named where a pattern cannot be read. */
  cues(owner: string, cues: readonly (Omit<Cue, 'strength'> & { readonly strength?: Cue['strength'] })[]): CompiledCue[] {
    return cues.map((cue) => {
      const group = this.group(owner, cue.patterns);
      if (cue.in && group >= 0) this.#roles.set(group, cue.in);
      return {
        strength: cue.strength ?? 'strong',
        in: cue.in,
        step: cue.step,
        first: cue.first,
        group,
        withGroup: this.group(owner, cue.with, group),
        unlessGroup: this.group(owner, cue.unless, group),
      };
    });
  }

  /** The number of the group of these patterns; -1 for none. One that is a condition of another is looked for only where that one was found. */
  group(owner: string, patterns: readonly string[] | undefined, conditionOf?: number): number {
    if (!patterns?.length) return -1;
    return this.#groups.push({ owner, patterns, conditionOf }) - 1;
  }

  /** True where the data has only how many patterns there are. */
  areBlank(): boolean {
    return this.#groups[0]?.patterns[0] === '';
  }

  /** Writes the texts of patterns that were left out of the data into it: `texts` are those of each group. */
  restore(texts: readonly (readonly string[])[]): void {
    this.#groups.forEach(({ patterns }, group) => (patterns as string[]).splice(0, patterns.length, ...texts[group]!));
  }

  /** The patterns as numbers. @throws Error listing every pattern that could not be read */
  compile(vocabulary: Vocabulary, lexicons: Lexicons): Program {
    const compiler = new Compiler(vocabulary, lexicons);
    const problems: string[] = [];
    this.#groups.forEach(({ owner, patterns, conditionOf }, group) => {
      for (const pattern of patterns) {
        try {
          compiler.add(group, parsePattern(pattern), conditionOf);
        } catch (error) {
          const place = error instanceof PatternError ? `, column ${error.column + 1}` : '';
          problems.push(`${owner}${place}: ${(error as Error).message} in "${pattern}"`);
        }
      }
    });
    for (const [group, roles] of this.#roles) compiler.restrict(group, roles);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return compiler.program();
  }
}
