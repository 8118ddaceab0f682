import type { Severity } from '../../rubric/index.js';
import type { Position, Role } from '../../story/index.js';

/** Zero-based lines and UTF-16 characters, as in the Language Server Protocol. */
export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

export interface SectionReport {
  readonly role: Role;
  readonly words: number;
  readonly sentences: number;
  readonly seconds: number;
  readonly range: PositionRange;
}

export interface BeatReport {
  readonly id: string;
  readonly present: boolean;
  readonly required: boolean;
  readonly missing: boolean;
  readonly evidence: readonly { strength: 'strong' | 'weak'; range: PositionRange; text: string }[];
}

export interface FindingReport {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: PositionRange;
  readonly fixes: readonly { title: string; edits: readonly { range: PositionRange; newText: string }[] }[];
}

export interface TellingReport {
  readonly title: string | null;
  readonly words: number;
  readonly seconds: number;
  readonly sections: readonly SectionReport[];
  readonly beats: readonly BeatReport[];
  readonly findings: readonly FindingReport[];
}

/** One file of `check --format json`. */
export interface FileReport {
  readonly path: string;
  readonly profile: string;
  readonly story: {
    readonly title: string | null;
    readonly shapes: readonly string[];
    readonly words: number;
    readonly seconds: number;
    readonly sections: readonly SectionReport[];
  };
  readonly tellings: readonly TellingReport[];
  readonly beats: readonly BeatReport[];
  readonly findings: readonly FindingReport[];
  /** What broke off in Starwright and was left out of this: none where it is in order. */
  readonly broken: readonly BrokenReport[];
}

export interface BrokenReport {
  /** `check`, `hearing` or `fix`. */
  readonly part: string;
  /** The finding code or the beat; for `hearing`, what was not heard. */
  readonly name: string;
  readonly message: string;
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
}
