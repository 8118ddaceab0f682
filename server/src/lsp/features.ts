import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver';
import { codeActions, codeLenses, completions, evidenceLenses, evidenceSheet, fixAll, glance, hover, refactorActions, silence, type DiagnosticOptions, type ReviewedStory } from '../service/index.js';
import type { ClientFeatures } from './clientFeatures.js';
import type { StoryDocuments } from './documents.js';
import { EVIDENCE_REQUEST, GLANCE_REQUEST, SILENCE_REQUEST, type EvidenceParams, type GlanceParams, type SilenceParams } from './protocol.js';
import type { Quiet } from './quiet.js';

/** Answers the requests that are drawn from the review of one open story. */
export function registerFeatures(
  connection: Connection,
  documents: StoryDocuments,
  quiet: Quiet,
  session: () => { readonly client: ClientFeatures; readonly diagnostics: DiagnosticOptions; readonly suggestCommand: string | undefined },
): void {
  const answer = async <T>(
    params: { textDocument: { uri: string } },
    token: CancellationToken,
    nothing: T,
    draw: (reviewed: ReviewedStory) => T,
  ): Promise<T | ResponseError> => {
    const review = await documents.review(params.textDocument.uri);
    if (token.isCancellationRequested) return cancelled();
    return review === undefined ? nothing : draw(review.reviewed);
  };

  connection.onCodeAction((params, token) =>
    answer(params, token, [], (reviewed) => {
      const { client, diagnostics } = session();
      const options = { ...client, ...diagnostics };
      const actions = [
        ...codeActions(reviewed, params.range, params.context, options),
        ...fixAll(reviewed, params.context, options),
        ...refactorActions(reviewed, params.range, params.context, options),
      ];
      quiet.offered(params.textDocument.uri, actions);
      return actions;
    }),
  );
  connection.onHover((params, token) =>
    answer(params, token, null, (reviewed) => hover(reviewed, params.position, session().client)),
  );
  connection.onRequest(GLANCE_REQUEST, (params: GlanceParams, token: CancellationToken) => answer(params, token, null, glance));
  connection.onRequest(EVIDENCE_REQUEST, (params: EvidenceParams, token: CancellationToken) => answer(params, token, null, evidenceSheet));
  connection.onRequest(SILENCE_REQUEST, (params: SilenceParams, token: CancellationToken) =>
    answer(params, token, null, (reviewed) => silence(reviewed, params.rule, params.position)),
  );
  connection.onCodeLens((params, token) => answer(params, token, [], (reviewed) => [...codeLenses(reviewed), ...evidenceLenses(reviewed, session().client)]));
  connection.onCompletion((params, token) =>
    answer(params, token, [], (reviewed) => {
      const { client, suggestCommand } = session();
      return completions(reviewed, params.position, { snippets: client.snippetCompletions, suggestCommand });
    }),
  );
}

/** What a request that its client no longer waits for is answered with. */
export function cancelled<Data = void>(): ResponseError<Data> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
