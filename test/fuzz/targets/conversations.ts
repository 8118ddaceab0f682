import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { isWellFormed } from '../../../server/src/lsp/shapes.js';
import { positionsOutside } from '../places.js';
import { pick, rollsOf } from '../roll.js';
import { fail, type Target } from '../target.js';
import { conversation, handshake, URIS } from './messages.js';
import { Session, type Manner, type Message } from './session.js';

const FOLLOWED = ['textDocument/didOpen', 'textDocument/didChange', 'textDocument/didClose'];

/** The text of each open document as the client has it, and every text it has had. */
class Texts {
  readonly open = new Map<string, TextDocument>();
  readonly had = new Map<string, string[]>();

  follow(message: Message): void {
    const { method, params } = (message ?? {}) as Message;
    if (!FOLLOWED.includes(method ?? '') || !isWellFormed(method!, params)) return;
    const { textDocument, contentChanges } = params as { textDocument: { uri: string; version: number; text: string }; contentChanges: TextDocumentContentChangeEvent[] };
    if (method === 'textDocument/didOpen') this.#is(TextDocument.create(textDocument.uri, '', textDocument.version, textDocument.text));
    if (method === 'textDocument/didClose') this.open.delete(textDocument.uri);
    const document = method === 'textDocument/didChange' ? this.open.get(textDocument.uri) : undefined;
    if (document !== undefined && contentChanges.length > 0) this.#is(TextDocument.update(document, contentChanges, textDocument.version));
  }

  #is(document: TextDocument): void {
    this.open.set(document.uri, document);
    this.had.set(document.uri, [...(this.had.get(document.uri) ?? []), document.getText()]);
  }
}

interface Conversation {
  readonly manner: Manner;
  readonly handshake: { readonly capabilities?: { readonly general?: unknown } };
  readonly said: readonly Message[];
}

async function checkConversation(text: string): Promise<void> {
  const { manner, handshake, said } = JSON.parse(text) as Conversation;
  const roll = rollsOf(text);
  const session = new Session(manner);
  const texts = new Texts();
  const met = await session.ask('hello', 'initialize', handshake);
  if (met.error !== undefined) return stillMeets(session, said);
  session.say({ method: 'initialized', params: {} });
  for (const message of said) {
    texts.follow(message);
    session.say(message);
    if (roll(3) === 0) await new Promise((resolve) => setImmediate(resolve));
    if (roll(12) === 0) session.pass();
  }
  for (const { id, method } of said) if (method === 'workspace/diagnostic') session.say({ method: '$/cancelRequest', params: { id } });
  session.pass();
  await session.settled();
  const encoding = (met.result as { capabilities: { positionEncoding: string } }).capabilities.positionEncoding;
  if (encoding === 'utf-16') {
    checkPlaces(session, said, texts);
    await checkTexts(session, texts, met);
  }
  await checkGoodbye(session);
}

/** A handshake that was refused leaves a server that can still be met. */
async function stillMeets(session: Session, said: readonly Message[]): Promise<void> {
  said.slice(0, 3).filter(({ method }) => method !== 'initialize').forEach((message) => session.say(message));
  const { error } = await session.ask('again', 'initialize', { processId: null, rootUri: null, capabilities: {} });
  if (error !== undefined) fail(`the second handshake was refused: ${error.message}`);
  await checkGoodbye(session);
}

/** Every place in an answer is a place of some text that the document has had. */
function checkPlaces(session: Session, said: readonly Message[], texts: Texts): void {
  for (const { id, result, method, params } of session.heard) {
    const asked = said.filter((message) => message.id === id && message.method !== undefined);
    if (method === 'textDocument/publishDiagnostics') checkPlace((params as { uri: string }).uri, params, texts, method);
    if (method !== undefined || asked.length !== 1 || asked[0]!.method === 'starwright/transcript') continue;
    const { uri } = (asked[0]!.params as { textDocument?: { uri?: string } } | null)?.textDocument ?? {};
    if (typeof uri === 'string') checkPlace(uri, result, texts, asked[0]!.method!);
  }
}

function checkPlace(uri: string, value: unknown, { had }: Texts, what: string): void {
  const outside = positionsOutside(value, had.get(uri) ?? ['']);
  if (outside.length > 0) fail(`${what}: places that no version has: ${outside.join(', ')}`);
}

/** What the server makes of a text that was written on in is what it makes of the same text opened anew. */
async function checkTexts(session: Session, { open }: Texts, { result }: Message): Promise<void> {
  if (!(result as { capabilities: { diagnosticProvider?: object } }).capabilities.diagnosticProvider) return;
  for (const uri of URIS) {
    const document = open.get(uri);
    if (document === undefined || !uri.endsWith('.star.md')) continue;
    const [heard, found, fresh] = [`heard ${uri}`, `found ${uri}`, `fresh ${uri}`];
    // Messages are heard in their order: until this is answered, a key may not have been, and no pause has begun.
    await session.ask(heard, 'textDocument/diagnostic', { textDocument: { uri } });
    session.pass();
    const one = await session.ask(found, 'textDocument/diagnostic', { textDocument: { uri } });
    session.say({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
    session.say({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'markdown', version: 1000, text: document.getText() } } });
    const other = await session.ask(fresh, 'textDocument/diagnostic', { textDocument: { uri } });
    if (itemsOf(one) !== itemsOf(other)) fail(`${uri} has other findings when it is opened anew: ${itemsOf(one)} became ${itemsOf(other)}`);
  }
}

function itemsOf({ result, error }: Message): string {
  return JSON.stringify(error ?? (result as { items?: unknown } | null)?.items ?? null);
}

async function checkGoodbye(session: Session): Promise<void> {
  const { error } = await session.ask('goodbye', 'shutdown', undefined);
  if (error !== undefined) fail(`shutdown was refused: ${error.message}`);
  session.say({ method: 'exit' });
  await new Promise((resolve) => setImmediate(resolve));
  if (session.complaints.length > 0) fail(session.complaints[0]!);
}

/** What a client says to the server: well-formed nonsense, out of range, out of order, twice, and cancelled. */
export const conversations: Target = {
  what: 'conversations with the language server',
  times: 1_000,
  make: (roll, saved) => {
    if (saved.length > 0 && roll(3) === 0) {
      const kept = JSON.parse(pick(roll, saved)) as Conversation;
      return JSON.stringify({ ...kept, said: [...kept.said, ...conversation(roll)] });
    }
    return JSON.stringify({ manner: pick(roll, ['right', 'right', 'nonsense', 'refused']), handshake: handshake(roll), said: conversation(roll) });
  },
  check: checkConversation,
};
