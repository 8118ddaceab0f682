import { parentPort } from 'node:worker_threads';
import type { Batch, Word } from './job.js';

/** Answers for the files that the thread that started this one names, batch after batch. What is thrown ends this thread. */
export function serve<Answer>(answer: (file: string) => Promise<Answer>): void {
  const say = (word: Word<Answer>): void => parentPort!.postMessage(word);
  let before = Promise.resolve();
  parentPort!.on('message', ({ from, files }: Batch) => {
    before = before.then(async () => {
      const answers: Answer[] = [];
      for (const file of files) answers.push(await answer(file));
      say({ from, answers });
    });
  });
  say('ready');
}
