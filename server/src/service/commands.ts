// The commands of our own client that the server may name. An editor that has them says so when it starts the server.

/** Over a telling. Arguments: the story's address, and which telling, from 0. */
export const SHOW_EVIDENCE = 'starwright.showEvidence';

/** Over a telling that takes too long. Arguments: the same. */
export const CUT_TO_FIT = 'starwright.cutToFit';

/** The only commands that a hover can run. */
export const HOVER_COMMANDS = {
  /** Arguments: the story's address, a finding code, and the position where the finding begins. */
  silence: 'starwright.silence',
  /** Arguments: the story's address, a finding code, and its present severity. */
  tuneRule: 'starwright.tuneRule',
  /** Arguments: a finding code. */
  showRule: 'starwright.showRule',
} as const;

export type HoverCommand = keyof typeof HOVER_COMMANDS;
