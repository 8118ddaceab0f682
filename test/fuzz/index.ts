import { conversations } from './targets/conversations.js';
import { folderFiles } from './targets/folderFiles.js';
import { packs } from './targets/packs.js';
import { redaction } from './targets/redaction.js';
import { questions, transcripts } from './targets/spoken.js';
import { frontMatters, stories, suppressions } from './targets/stories.js';
import type { Target } from './target.js';

export { rolls } from './roll.js';

/** Everything that is attacked, by the name of the folder its saved texts lie in. */
export const TARGETS: Readonly<Record<string, Target>> = {
  stories,
  'front-matter': frontMatters,
  suppressions,
  packs,
  redaction,
  transcripts,
  questions,
  'folder-files': folderFiles,
  conversations,
};
