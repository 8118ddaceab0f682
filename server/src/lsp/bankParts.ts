import type { Clock } from './clock.js';
import type { Configuration } from './configuration.js';
import type { StoryDocuments } from './documents.js';
import type { Log } from './host.js';
import type { StoryFiles } from './storyFiles.js';
import type { Courtesy } from './turns.js';

/** What the bank is made of. */
export interface BankParts {
  readonly files: StoryFiles;
  readonly documents: StoryDocuments;
  readonly configuration: Configuration;
  readonly courtesy: Courtesy;
  readonly clock: Clock;
  readonly log: Log;
}
