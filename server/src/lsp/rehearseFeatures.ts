import type { CancellationToken, Connection, ResponseError } from 'vscode-languageserver';
import { rehearsalEdit, rehearsalPlan, transcriptSheet, type ReviewedStory } from '../service/index.js';
import type { ClientFeatures } from './clientFeatures.js';
import type { StoryDocuments } from './documents.js';
import { cancelled } from './features.js';
import { NOTE_REHEARSAL_REQUEST, REHEARSAL_REQUEST, TRANSCRIPT_REQUEST, type GlanceParams, type NoteRehearsalParams, type RehearsalParams, type TranscriptParams } from './protocol.js';

/** Answers what is asked when a story is told aloud. */
export function registerRehearsal(connection: Connection, documents: StoryDocuments, client: () => ClientFeatures): void {
  const answer = async <T>({ textDocument }: GlanceParams, token: CancellationToken, draw: (reviewed: ReviewedStory) => T): Promise<T | null | ResponseError> => {
    const review = await documents.review(textDocument.uri);
    if (token.isCancellationRequested) return cancelled();
    return review === undefined ? null : draw(review.reviewed);
  };
  connection.onRequest(REHEARSAL_REQUEST, (params: RehearsalParams, token: CancellationToken) => answer(params, token, (reviewed) => rehearsalPlan(reviewed, params.telling)));
  connection.onRequest(NOTE_REHEARSAL_REQUEST, (params: NoteRehearsalParams, token: CancellationToken) => answer(params, token, (reviewed) => rehearsalEdit(reviewed, params, client())));
  connection.onRequest(TRANSCRIPT_REQUEST, (params: TranscriptParams, token: CancellationToken) =>
    answer(params, token, (reviewed) => transcriptSheet(reviewed, params.telling, params.text, params.seconds)),
  );
}
