import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { createProtocolConnection, IPCMessageReader, IPCMessageWriter, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { BROKEN, STORY } from './marks.mjs';

const CAPABILITIES = {
  workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true }, didChangeWatchedFiles: { dynamicRegistration: true }, diagnostics: { refreshSupport: true }, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true }, workspaceEdit: { documentChanges: true, snippetEditSupport: true } },
  textDocument: { diagnostic: { dynamicRegistration: true }, hover: { contentFormat: ['markdown', 'plaintext'] }, completion: { completionItem: { snippetSupport: true } } },
  window: { workDoneProgress: true },
};

const ANSWER = 'starwright/answer';

/**
 * What an editor's server is asked for in a long session: opened, edited, and every request there is. Gives what it said to a log and how many
 * messages there were; answers that a person asked for are no log, but refusals are written into one.
 */
async function converse(connection, folder) {
  const logged = [];
  let sent = 0;
  const uri = pathToFileURL(path.join(folder, 'a.star.md')).href;
  const tell = (method, params) => (sent++, connection.sendNotification(method, params));
  const ask = async (method, params) => {
    sent++;
    try {
      const answer = await connection.sendRequest(method, params);
      // what an agent is answered goes on to a model, without names; a refusal was not looked through for any
      if (method === ANSWER && answer.refused) logged.push(answer.refused);
    } catch (error) {
      logged.push(`${method} was refused: ${error.message} ${JSON.stringify(error.data) ?? ''}`);
    }
  };
  for (const method of ['window/logMessage', 'window/showMessage', '$/logTrace', 'telemetry/event']) connection.onNotification(method, (said) => logged.push(JSON.stringify(said)));
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({ confidentialTerms: ['Zqvxterm Bank'] })));
  for (const method of ['client/registerCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh', 'workspace/codeLens/refresh', 'workspace/inlayHint/refresh']) connection.onRequest(method, () => null);
  connection.onRequest('window/showMessageRequest', (said) => (logged.push(JSON.stringify(said)), null));
  connection.listen();
  await ask('initialize', { processId: process.pid, rootUri: null, capabilities: CAPABILITIES, workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'stories' }] });
  await tell('initialized', {});
  await tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: STORY } });
  for (const [method, params] of requests(uri)) await ask(method, params);
  for (const [index, text] of BROKEN.entries()) {
    await tell('textDocument/didChange', { textDocument: { uri, version: index + 2 }, contentChanges: [{ text }] });
    await ask('textDocument/diagnostic', { textDocument: { uri } });
    await ask('textDocument/hover', { textDocument: { uri }, position: { line: 2, character: 3 } });
  }
  // what makes no sense is refused, and what it said is not
  await tell('textDocument/didOpen', { text: STORY });
  await tell('textDocument/didChange', { textDocument: { uri, version: 99 }, contentChanges: [{ range: { start: { line: 9e9, character: -1 }, end: { line: -4, character: 2 } }, text: 'zqvxedit' }] });
  await tell('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path.join(folder, '.starwright.yaml')).href, type: 2 }] });
  await ask('starwright/nothing', { text: STORY });
  await ask('starwright/bank');
  await tell('textDocument/didClose', { textDocument: { uri } });
  await ask('shutdown');
  await tell('exit');
  return { logged, sent };
}

function requests(uri) {
  const textDocument = { uri };
  const all = { start: { line: 0, character: 0 }, end: { line: 60, character: 0 } };
  const at = (line, character = 4) => ({ textDocument, position: { line, character } });
  const plain = ['glance', 'evidence', 'followUps', 'told', 'redact', 'resumeLines', 'config'].map((name) => [`starwright/${name}`, { textDocument }]);
  return [
    ['textDocument/diagnostic', { textDocument }],
    ...[2, 3, 6, 17, 21, 25, 27, 45].flatMap((line) => [['textDocument/hover', at(line)], ['textDocument/completion', at(line, 0)]]),
    ['textDocument/codeAction', { textDocument, range: all, context: { diagnostics: [] } }],
    ['textDocument/codeAction', { textDocument, range: all, context: { diagnostics: [], only: ['refactor', 'source.fixAll.starwright'] } }],
    ['textDocument/codeLens', { textDocument }],
    ['textDocument/inlayHint', { textDocument, range: all }],
    ['workspace/diagnostic', { previousResultIds: [] }],
    ...plain,
    ['starwright/catalog', { uri, question: 'Tell me about zqvxquestion' }],
    ['starwright/draft', { from: 'text', text: STORY, uri }],
    ['starwright/rulePage', { code: 'no-tradeoff' }],
    ['starwright/silence', { textDocument, rule: 'vague-verb', position: { line: 25, character: 0 } }],
    ['starwright/cuts', { textDocument, telling: 0, seconds: 30 }],
    ['starwright/moveToNotes', { textDocument, version: 1, ranges: [all] }],
    ['starwright/bank'],
    ['starwright/coverageReport', { format: 'html' }],
    ['starwright/match', { question: 'Tell me about a zqvxquestion that failed' }],
    ['starwright/loops'],
    ['starwright/practice', { ticks: [] }],
    ['starwright/addFollowUps', { textDocument, version: 1, telling: 0, ids: ['why'] }],
    ['starwright/setStatus', { textDocument, status: 'ready' }],
    ['starwright/cards', { uris: [uri], format: 'html', redact: false }],
    ['starwright/cards', { uris: [uri], format: 'csv', redact: true }],
    ['starwright/rehearsal', { textDocument, telling: 0 }],
    ['starwright/noteRehearsal', { textDocument, date: '2026-11-22', seconds: 80 }],
    ['starwright/transcript', { textDocument, telling: 0, text: 'um I traced the zqvxretry storm and fixed it', seconds: 60 }],
    ...['review', 'explain', 'questions', 'match', 'coverage'].map((ask) => [ANSWER, { ask, uri, id: 'no-tradeoff', question: 'zqvxquestion' }]),
  ];
}

/** A session with `starwright lsp --stdio`; gives what was logged and how many messages were sent. */
export async function languageServer([command, args], folder, env = {}) {
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, ...env } });
  return session(child, createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)), folder);
}

/** The same with the server of the extension, over the channel that VS Code gives it. */
export async function extensionServer([command, args], module, folder, env = {}) {
  const child = fork(module, ['--node-ipc'], { cwd: folder, silent: true, execPath: command, execArgv: args, env: { ...process.env, ...env } });
  const said = [];
  child.stdout.on('data', (text) => said.push(text.toString()));
  const result = await session(child, createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)), folder);
  return { ...result, logged: [...result.logged, ...said] };
}

async function session(child, connection, folder) {
  const errors = [];
  child.stderr.on('data', (text) => errors.push(text.toString()));
  const closed = once(child, 'close');
  const died = closed.then(() => ({ logged: [], sent: 0 }));
  connection.onError(() => undefined);
  const result = await Promise.race([converse(connection, folder), died]);
  await closed;
  connection.dispose();
  return { logged: [...result.logged, errors.join('')], sent: result.sent };
}

/** A question whose message broke is never answered. */
const WITHIN = { timeout: 4000 };

/** A session of an agent with `starwright mcp`: every tool, with and without sense. */
export async function agents([command, args], folder, env = {}) {
  const client = new Client({ name: 'attack', version: '1' }, { capabilities: {} });
  const transport = new StdioClientTransport({ command, args, cwd: folder, env: { ...process.env, ...env }, stderr: 'pipe' });
  const logged = [];
  transport.stderr.on('data', (text) => logged.push(text.toString()));
  await client.connect(transport);
  const calls = [
    ['review_story', { path: 'a.star.md' }], ['review_story', { path: 'broken-0.star.md' }], ['review_story', { text: STORY }], ['review_story', { words: STORY }],
    ['explain_criterion', { id: 'no-tradeoff' }], ['list_questions', {}], ['list_stories', {}], ['match_question', { question: 'zqvxquestion' }], ['coverage', {}], ['no_such_tool', {}],
  ];
  // what an answer says goes on to a model, without names; what a refusal says has not been looked through for any
  const refused = (said) => logged.push(JSON.stringify(said));
  for (const [name, given] of calls) {
    const answer = await client.callTool({ name, arguments: given }, WITHIN).catch((error) => refused(error.message));
    if (answer?.isError) refused(answer.content);
  }
  // a line that is no message
  transport._process?.stdin?.write(`{"jsonrpc": "2.0", "method": zqvxline ${JSON.stringify(STORY)}\n`);
  await client.callTool({ name: 'coverage', arguments: {} }, WITHIN).catch(() => undefined);
  await client.close();
  return { logged, sent: calls.length + 2 };
}
