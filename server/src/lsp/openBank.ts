import type { CancellationToken, Connection } from 'vscode-languageserver';
import { registerAnswers } from './answers.js';
import { Bank } from './bank.js';
import { BankAnswers } from './bankAnswers.js';
import type { BankParts } from './bankParts.js';
import { cancelled } from './features.js';
import { reason } from './host.js';
import { registerPractice } from './practice.js';
import { BANK_CHANGED, BANK_REQUEST, COVERAGE_REPORT_REQUEST, LOOPS_REQUEST, MATCH_REQUEST, type CoverageReportParams, type MatchParams } from './protocol.js';
import { ReadingProgress } from './readingProgress.js';

/** Answers what is asked about the stories of the open folders, and follows the stories that are open. */
export function openBank(connection: Connection, { files, documents, configuration, courtesy, clock, log }: BankParts): Bank {
  const bank = new Bank(files, documents, {
    clock,
    log,
    progress: (stop) => new ReadingProgress(connection, clock, log, stop),
    tell: () => {
      connection.sendNotification(BANK_CHANGED).catch((error: unknown) => log.info(`The editor was not told of a change. ${reason(error)}`));
    },
  });
  const answers = new BankAnswers(bank, files, configuration, courtesy, clock, log);
  const answer = async <T>(token: CancellationToken, work: Promise<T>) => {
    const done = await work;
    return token.isCancellationRequested ? cancelled() : done;
  };
  // Without parameters, a client may send an empty object or nothing: the token is what comes last.
  connection.onRequest(BANK_REQUEST, (...sent: CancellationToken[]) => answer(sent.at(-1)!, answers.overview()));
  connection.onRequest(MATCH_REQUEST, ({ question }: MatchParams, token: CancellationToken) => answer(token, answers.match(question)));
  connection.onRequest(LOOPS_REQUEST, (...sent: CancellationToken[]) => answer(sent.at(-1)!, answers.loops()));
  connection.onRequest(COVERAGE_REPORT_REQUEST, (params: CoverageReportParams, token: CancellationToken) => answer(token, answers.report(params)));
  registerPractice(connection, bank, files, configuration, clock);
  registerAnswers(connection, { files, documents, configuration, courtesy, clock, log }, answers);
  documents.text.onDidChangeContent(({ document }) => {
    courtesy.keyPressed();
    bank.edited(document.uri);
  });
  documents.text.onDidClose(({ document }) => {
    files.changed(document.uri, false);
    if (files.covers(document.uri)) bank.changed();
  });
  return bank;
}
