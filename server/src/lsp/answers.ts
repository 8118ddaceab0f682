import type { CancellationToken, Connection } from 'vscode-languageserver';
import { HiddenNames, hiding } from '../bank/index.js';
import { BROKE_OFF, ownWords } from '../config/reason.js';
import { coverageAnswer, explainAnswer, matchAnswer, questionsAnswer, Refusal, reviewAnswer, type Naming, type Unread } from '../service/answers/index.js';
import { reviewedStory } from '../service/index.js';
import { parseStory } from '../story/index.js';
import type { BankAnswers } from './bankAnswers.js';
import { cancelled } from './features.js';
import { reason } from './host.js';
import type { BankParts } from './bankParts.js';
import { sayBroken } from './sayOnce.js';
import { ANSWER_REQUEST, type Answered, type AnswerParams } from './protocol.js';

/** Answers what an agent in the editor asks, without the names that a redacted copy hides. */
export function registerAnswers(connection: Connection, parts: BankParts, bank: BankAnswers): void {
  connection.onRequest(ANSWER_REQUEST, async (params: AnswerParams, token: CancellationToken) => {
    const answered = await answer(params, parts, bank);
    return token.isCancellationRequested ? cancelled() : answered;
  });
}

async function answer(params: AnswerParams, parts: BankParts, bank: BankAnswers): Promise<Answered> {
  try {
    return { text: JSON.stringify(await answerFor(params, parts, bank)) };
  } catch (error) {
    if (!(error instanceof Refusal)) parts.log.error(`A question could not be answered. ${reason(error)}`);
    return { refused: error instanceof Refusal ? error.message : ownWords(error) ?? BROKE_OFF };
  }
}

async function answerFor(params: AnswerParams, parts: BankParts, bank: BankAnswers): Promise<object> {
  switch (params.ask) {
    case 'review':
      return reviewOf(params.uri, parts);
    case 'explain':
      return explainAnswer(params.id, await bank.rubric());
    case 'questions':
      return questionsAnswer(params, await bank.rubric());
    case 'match': {
      const [result, unread] = [await bank.match(params.question), await bank.unread()];
      return named((naming) => matchAnswer(result, unreadOf(unread, naming), naming), parts);
    }
    case 'coverage': {
      const [covered, unread] = [await bank.coverage(), await bank.unread()];
      return named((naming) => coverageAnswer(covered, unreadOf(unread, naming), naming), parts);
    }
  }
}

/** What the editor shows does not matter here: findings that a person switched off in it would make every story clean. */
async function reviewOf(uri: string, { documents, files, configuration, log }: BankParts): Promise<object> {
  const text = documents.text.get(uri)?.getText() ?? (await files.text(uri));
  if (text === undefined) throw new Refusal('There is no such story in the open folders.');
  const { rubric, preferences } = await configuration.current(uri);
  const reviewed = reviewedStory({ uri, version: null }, parseStory(text), rubric, { defaults: preferences });
  const { story, confidentialTerms } = reviewed.review;
  const answer = reviewAnswer(reviewed, pathOf(uri, files.folders), hiding(story, confidentialTerms));
  sayBroken(log, reviewed.review.broken);
  return answer;
}

/** An answer in which only the stories that it names are called by what they may be called. */
async function named<Answer>(write: (naming: Naming) => Answer, { documents, files, configuration, log }: BankParts): Promise<Answer> {
  const ids = new Set<string>();
  const path = (id: string): string => pathOf(id, files.folders);
  write({ path: (id) => (ids.add(id), path(id)), said: (_, text) => text });
  const names = new HiddenNames();
  for (const id of ids) {
    try {
      const { preferences } = await configuration.current(id);
      const text = documents.text.get(id)?.getText() ?? (await files.text(id)) ?? '';
      names.add(id, parseStory(text), preferences.confidentialTerms ?? []);
    } catch (error) {
      log.warn(`The names in a story are not known. ${reason(error)}`);
    }
  }
  return write({ path, said: (id, text) => names.hide(id, text) });
}

function unreadOf(unread: readonly { readonly id: string; readonly problem: string }[], naming: Naming): Unread {
  return unread.map(({ id, problem }) => ({ path: naming.path(id), problem }));
}

/** A file seen from its folder, the folder's name before it where there are several, as the editor writes it. */
function pathOf(uri: string, folders: readonly string[]): string {
  const folder = folders.find((each) => uri.startsWith(`${each}/`));
  const near = folder === undefined ? uri.split('/').at(-1)! : uri.slice((folders.length > 1 ? folder.slice(0, folder.lastIndexOf('/')) : folder).length + 1);
  try {
    return decodeURIComponent(near);
  } catch {
    return near;
  }
}
