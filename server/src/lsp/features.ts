import { LSPErrorCodes, ResponseError, type CancellationToken, type CodeAction, type CodeLens, type Connection } from 'vscode-languageserver';
import { folderCompletions, folderFixes, folderHover, type OpenFolderFile } from '../config/folderHelp.js';
import { codeActions, codeLenses, completions, cutList, evidenceLenses, evidenceSheet, fixAll, followUpActions, followUpList, followUpsEdit, glance, hover, inlayHints, notesEdit, redacted, refactorActions, resumeLines, silence, statusEdit, told, type DiagnosticOptions, type ReviewedStory } from '../service/index.js';
import { attempt } from '../review/attempt.js';
import type { ClientFeatures } from './clientFeatures.js';
import type { Shown } from '../config/editorSettings.js';
import type { StoryDocuments } from './documents.js';
import type { FolderFiles } from './folderFiles.js';
import { ADD_FOLLOW_UPS_REQUEST, CUTS_REQUEST, EVIDENCE_REQUEST, FOLLOW_UPS_REQUEST, GLANCE_REQUEST, NOTES_REQUEST, REDACT_REQUEST, RESUME_LINES_REQUEST, SET_STATUS_REQUEST, SILENCE_REQUEST, TOLD_REQUEST, type AddFollowUpsParams, type CutsParams, type EvidenceParams, type FollowUpsParams, type GlanceParams, type NotesParams, type RedactParams, type ResumeLinesParams, type SetStatusParams, type SilenceParams, type ToldParams } from './protocol.js';
import type { Quiet } from './quiet.js';

/** Answers the requests that are drawn from the review of one open story; `glanced` is told of each look a view takes at one. */
export function registerFeatures(
  connection: Connection,
  documents: StoryDocuments,
  folderFiles: FolderFiles,
  quiet: Quiet,
  session: () => { readonly client: ClientFeatures; readonly diagnostics: DiagnosticOptions; readonly suggestCommand: string | undefined },
  glanced: () => void,
): void {
  const answer = async <T>(
    params: { textDocument: { uri: string } },
    token: CancellationToken,
    nothing: T,
    draw: (reviewed: ReviewedStory, shown: Shown) => T,
    inFolderFile?: (file: OpenFolderFile) => T,
  ): Promise<T | ResponseError> => {
    const file = inFolderFile && (await folderFiles.open(params.textDocument.uri));
    if (file) return inFolderFile(file);
    const review = await documents.review(params.textDocument.uri);
    if (token.isCancellationRequested) return cancelled();
    if (review === undefined) return nothing;
    const drawn = draw(review.reviewed, review.shown);
    documents.sayBroken(review.reviewed);
    return drawn;
  };

  connection.onCodeAction((params, token) => {
    const draw = (reviewed: ReviewedStory): CodeAction[] => {
      const { client, diagnostics } = session();
      const options = { ...client, ...diagnostics };
      const offered = (name: string, offer: () => CodeAction[]): CodeAction[] => attempt(reviewed.review.broken, 'offer', name, offer, []);
      const actions = [
        ...offered('quick fixes', () => codeActions(reviewed, params.range, params.context, options)),
        ...offered('all safe fixes', () => fixAll(reviewed, params.context, options)),
        ...offered('refactorings', () => refactorActions(reviewed, params.range, params.context, options)),
        ...offered('follow-up questions', () => followUpActions(reviewed, params.range, params.context, options)),
      ];
      quiet.offered(params.textDocument.uri, actions);
      return actions;
    };
    return answer(params, token, [], draw, (file) => folderFixes(file, params.range, params.context));
  });
  connection.onHover((params, token) => {
    const { client } = session();
    return answer(params, token, null, (reviewed) => hover(reviewed, params.position, client), (file) => folderHover(file, params.position, client.hoverFormat));
  });
  connection.onRequest(GLANCE_REQUEST, (params: GlanceParams, token: CancellationToken) => {
    glanced();
    return answer(params, token, null, glance);
  });
  connection.onRequest(EVIDENCE_REQUEST, (params: EvidenceParams, token: CancellationToken) => answer(params, token, null, evidenceSheet));
  connection.onRequest(SILENCE_REQUEST, (params: SilenceParams, token: CancellationToken) =>
    answer(params, token, null, (reviewed) => silence(reviewed, params.rule, params.position)),
  );
  connection.onRequest(SET_STATUS_REQUEST, (params: SetStatusParams, token: CancellationToken) => answer(params, token, null, (reviewed) => statusEdit(reviewed, params.status, session().client)));
  connection.onRequest(TOLD_REQUEST, (params: ToldParams, token: CancellationToken) => answer(params, token, null, told));
  connection.onRequest(REDACT_REQUEST, (params: RedactParams, token: CancellationToken) => answer(params, token, null, redacted));
  connection.onRequest(RESUME_LINES_REQUEST, (params: ResumeLinesParams, token: CancellationToken) => answer(params, token, null, resumeLines));
  connection.onRequest(CUTS_REQUEST, (params: CutsParams, token: CancellationToken) =>
    answer(params, token, null, (reviewed) => cutList(reviewed, params.telling, params.seconds)),
  );
  connection.onRequest(NOTES_REQUEST, (params: NotesParams, token: CancellationToken) =>
    answer(params, token, null, (reviewed) => (reviewed.version === params.version ? notesEdit(reviewed, params.ranges, session().client) : null)),
  );
  connection.onRequest(FOLLOW_UPS_REQUEST, (params: FollowUpsParams, token: CancellationToken) => answer(params, token, null, followUpList));
  connection.onRequest(ADD_FOLLOW_UPS_REQUEST, (params: AddFollowUpsParams, token: CancellationToken) =>
    answer(params, token, null, (reviewed) => (reviewed.version === params.version ? followUpsEdit(reviewed, params.telling, params.ids, session().client) : null)),
  );
  connection.onCodeLens((params, token) =>
    answer(params, token, [], (reviewed, shown) => {
      const { client } = session();
      const lenses = (name: string, draw: () => CodeLens[]): CodeLens[] => attempt(reviewed.review.broken, 'lens', name, draw, []);
      return shown.codeLens ? [...lenses('times', () => codeLenses(reviewed, client)), ...lenses('what was heard', () => evidenceLenses(reviewed, client))] : [];
    }),
  );
  connection.languages.inlayHint.on((params, token) =>
    answer(params, token, [], (reviewed, shown) => (shown.inlayHints ? inlayHints(reviewed, params.range) : [])),
  );
  connection.onCompletion((params, token) =>
    answer(
      params,
      token,
      [],
      (reviewed) => {
        const { client, suggestCommand } = session();
        return completions(reviewed, params.position, { snippets: client.snippetCompletions, suggestCommand });
      },
      (file) => folderCompletions(file, params.position),
    ),
  );
}

/** What a request that its client no longer waits for is answered with. */
export function cancelled<Data = void>(): ResponseError<Data> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
