import type { CancellationToken, Connection } from 'vscode-languageserver';
import { practiceSheet } from '../service/index.js';
import type { Bank } from './bank.js';
import type { Clock } from './clock.js';
import type { Configuration } from './configuration.js';
import { cancelled } from './features.js';
import { PRACTICE_REQUEST, type PracticeParams } from './protocol.js';
import type { StoryFiles } from './storyFiles.js';

/** Milliseconds after which a person would rather see a part of a large bank. */
const PATIENCE = 300;

/** Answers what to practise, by what the first open folder asks for. */
export function registerPractice(connection: Connection, bank: Bank, files: StoryFiles, configuration: Configuration, clock: Clock): void {
  connection.onRequest(PRACTICE_REQUEST, async ({ plan, ticks }: PracticeParams, token: CancellationToken) => {
    const contents = await bank.soon(PATIENCE);
    const [folder = 'untitled:'] = files.folders;
    const { rubric } = await configuration.current(`${folder}/bank`, folder);
    return token.isCancellationRequested ? cancelled() : practiceSheet(contents, rubric, clock.today(), plan, ticks);
  });
}
