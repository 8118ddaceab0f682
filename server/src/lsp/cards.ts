import type { CancellationToken, Connection } from 'vscode-languageserver';
import { BROKE_OFF, ownWords } from '../config/reason.js';
import { CARD_FORMATS, cardsBody, exportStories, type ExportedStory, type Taken } from '../rehearse/index.js';
import { review } from '../review/index.js';
import { nameOf } from '../service/index.js';
import { parseStory } from '../story/index.js';
import type { BankParts } from './bankParts.js';
import { cancelled } from './features.js';
import { reason } from './host.js';
import { CARDS_REQUEST, type Cards, type CardsParams } from './protocol.js';
import { Turns } from './turns.js';

const NO_STORY = 'It holds no story that can be read.';
const NOT_FOUND = 'There is no such story in the open folders.';

/** Answers which cue cards stories have: open ones as they are in the editor, the others as they are in their files. */
export function registerCards(connection: Connection, parts: BankParts): void {
  connection.onRequest(CARDS_REQUEST, async ({ uris, format, redact }: CardsParams, token: CancellationToken) => {
    const turns = new Turns(parts.courtesy);
    const [taken, stories]: [Taken[], ExportedStory[]] = [[], []];
    const leftOut: Cards['leftOut'][number][] = [];
    for (const uri of new Set(uris)) {
      const one = await takenFrom(uri, parts);
      if ('problem' in one) leftOut.push({ uri, problem: one.problem });
      // What one story hides is hidden in all of them, so all are read first.
      else if (redact) taken.push(one);
      else stories.push(...exportStories([one], false));
      await turns.next();
      if (token.isCancellationRequested) return cancelled();
    }
    for (const story of exportStories(taken, redact)) {
      stories.push(story);
      await turns.next();
      if (token.isCancellationRequested) return cancelled();
    }
    const write = format === 'body' ? cardsBody : CARD_FORMATS[format];
    const answer: Cards = { text: stories.length > 0 ? write(stories) : '', stories: stories.length, leftOut };
    return answer;
  });
}

/** A story with what it is judged by, or why there is none, in plain words. */
async function takenFrom(uri: string, { documents, files, configuration, log }: BankParts): Promise<Taken | { readonly problem: string }> {
  try {
    const open = (await documents.review(uri))?.reviewed;
    const text = open ? open.review.story.text : await files.text(uri);
    if (text === undefined) return { problem: NOT_FOUND };
    const { rubric, preferences } = await configuration.current(uri);
    const options = { defaults: preferences };
    const read = open?.review ?? review(parseStory(text), rubric, options);
    return read.story.notAStory === undefined ? { review: read, rubric: open?.rubric ?? rubric, options, name: nameOf(uri) } : { problem: NO_STORY };
  } catch (error) {
    log.warn(`A story could not be put on a card. ${reason(error)}`);
    return { problem: ownWords(error) ?? BROKE_OFF };
  }
}
