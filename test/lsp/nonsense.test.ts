import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StreamMessageReader, type Message } from 'vscode-languageserver/node';
import { Client, PULL, PUSH } from './client.js';
import { story } from './story.js';

const CLI = join(import.meta.dirname, '../../dist/cli.js');
const STORY = 'file:///stories/payment.star.md';

interface Answer {
  readonly id?: unknown;
  readonly method?: string;
  readonly result?: { capabilities?: object };
  readonly error?: { code: number; message: string };
}

/** A client that says whatever it likes. */
class Rude {
  readonly child: ChildProcessWithoutNullStreams = spawn(process.execPath, [CLI, 'lsp', '--stdio']);
  readonly left = once(this.child, 'exit').then(([code]) => code as number | null);
  readonly heard: Answer[] = [];
  complaint = '';
  #listeners: (() => void)[] = [];

  constructor() {
    this.child.stdin.on('error', () => {});
    this.child.stderr.setEncoding('utf8').on('data', (text: string) => (this.complaint += text));
    new StreamMessageReader(this.child.stdout).listen((message: Message) => {
      this.heard.push(message as Answer);
      for (const listener of this.#listeners.splice(0)) listener();
    });
  }

  raw(text: string): void {
    this.child.stdin.write(text);
  }

  say(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.raw(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  /** Sends a request and waits for its answer. */
  async ask(method: string, params?: unknown, id: unknown = method): Promise<Answer> {
    this.say({ id, method, params });
    return this.answer(id);
  }

  async answer(id: unknown): Promise<Answer> {
    for (;;) {
      const found = this.heard.find((answer) => answer.id === id && answer.method === undefined);
      if (found) return found;
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
    }
  }

  async meet(): Promise<void> {
    expect((await this.ask('initialize', { processId: null, rootUri: null, capabilities: {} })).error).toBeUndefined();
    this.say({ method: 'initialized', params: {} });
  }

  open(text: string): void {
    this.say({ method: 'textDocument/didOpen', params: { textDocument: { uri: STORY, languageId: 'markdown', version: 1, text } } });
  }

  async published(): Promise<string[]> {
    for (;;) {
      const last = this.heard.filter(({ method }) => method === 'textDocument/publishDiagnostics').at(-1) as { params: { diagnostics: { code: string }[] } } | undefined;
      if (last) return last.params.diagnostics.map(({ code }) => code);
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
    }
  }

  /** The server is as it should be: it reviews a story. */
  async stillWorks(): Promise<void> {
    this.open(story({ tradeoff: [] }));
    expect(await this.published()).toContain('no-tradeoff');
  }
}

let client: Rude;
beforeEach(() => {
  client = new Rude();
});
afterEach(async () => {
  client.child.kill();
  await client.left;
});

const HOVER = { textDocument: { uri: STORY }, position: { line: 0, character: 0 } };

describe('out of order', () => {
  test('a request before the handshake is refused, a notification left out, and the handshake still works', async () => {
    client.open(story());
    expect((await client.ask('textDocument/hover', HOVER)).error?.code).toBe(-32002);
    expect((await client.ask('shutdown')).error?.code).toBe(-32002);
    await client.meet();
    await client.stillWorks();
  });

  test('a second handshake is refused', async () => {
    await client.meet();
    expect((await client.ask('initialize', { capabilities: {} }, 2)).error?.code).toBe(-32600);
    await client.stillWorks();
  });

  test('after shutdown everything is refused but exit', async () => {
    await client.meet();
    expect(await client.ask('shutdown')).toMatchObject({ result: null });
    expect((await client.ask('textDocument/hover', HOVER)).error?.code).toBe(-32600);
    client.say({ method: 'exit' });
    expect(await client.left).toBe(0);
  });

  test.each([['before the handshake', false], ['after it', true]])('exit without shutdown, %s, is exit code 1', async (_, met) => {
    if (met) await client.meet();
    client.say({ method: 'exit' });
    expect(await client.left).toBe(1);
  });

  test('a client that says goodbye and closes at once is heard to the end', async () => {
    client.say({ id: 1, method: 'initialize', params: { capabilities: {} } });
    client.say({ id: 2, method: 'shutdown' });
    client.child.stdin.end();
    expect(await client.left).toBe(0);
  });
});

describe('parameters', () => {
  test('no capabilities at all are no capabilities', async () => {
    const { result } = await client.ask('initialize', {});
    expect(result?.capabilities).toMatchObject({ positionEncoding: 'utf-16' });
    await client.stillWorks();
  });

  test('a handshake without parameters, or with folders that are none, is refused, and one with them follows', async () => {
    expect((await client.ask('initialize', null, 1)).error?.code).toBe(-32602);
    expect((await client.ask('initialize', { capabilities: {}, workspaceFolders: [7] }, 3)).error?.code).toBe(-32602);
    await client.meet();
    await client.stillWorks();
  });

  test('a request without what it needs is refused as what it is', async () => {
    await client.meet();
    const requests: [string, unknown][] = [
      ['textDocument/hover', null],
      ['textDocument/hover', { textDocument: { uri: STORY } }],
      ['textDocument/completion', { textDocument: { uri: 7 }, position: HOVER.position }],
      ['textDocument/codeAction', { textDocument: { uri: STORY }, range: 'all', context: {} }],
      ['textDocument/codeAction', { textDocument: { uri: STORY }, range: { start: HOVER.position, end: HOVER.position }, context: { diagnostics: [], only: '' } }],
      ['textDocument/codeAction', { textDocument: { uri: STORY }, range: { start: HOVER.position, end: HOVER.position }, context: { diagnostics: 'all' } }],
      ['textDocument/codeLens', []],
      ['starwright/match', undefined],
      ['starwright/draft', null],
      ['starwright/draft', { from: 'lines', happened: 7 }],
      ['starwright/draft', { from: 'nowhere' }],
      ['starwright/answer', { ask: 'match' }],
      ['starwright/catalog', { uri: 7 }],
      ['starwright/catalog', { uri: STORY, question: null }],
      ['starwright/setStatus', { status: 'draft' }],
      ['starwright/cards', { uris: [STORY], format: 'docx' }],
      ['textDocument/hover', { textDocument: { uri: STORY }, position: { line: 0.5, character: 0 } }],
      ['starwright/cards', { uris: 'all' }],
    ];
    for (const [id, [method, params]] of requests.entries()) {
      expect((await client.ask(method, params, id)).error).toMatchObject({ code: -32602, message: `${method} lacks a parameter that it needs.` });
    }
    await client.stillWorks();
  });

  test('notifications that make no sense are left out', async () => {
    await client.meet();
    for (const [method, params] of Object.entries({
      'textDocument/didOpen': null,
      'textDocument/didChange': { textDocument: { uri: STORY, version: 2 }, contentChanges: [{ text: 7 }] },
      'textDocument/didClose': { textDocument: null },
      'workspace/didChangeWatchedFiles': { changes: null },
      'workspace/didChangeConfiguration': {},
      'starwright/nothing': 7,
      '$/nothing': null,
      '$/cancelRequest': { id: 'never sent' },
    })) client.say({ method, params });
    await client.stillWorks();
  });

  test('ids of every kind come back as they were', async () => {
    await client.meet();
    for (const id of [0, -1, 2 ** 53 - 1, '', '🚦', 'x'.repeat(100_000)]) expect((await client.ask('starwright/nothing', {}, id)).error?.code).toBe(-32601);
  });
});

describe('what is no message', () => {
  test('what is no JSON is answered, and the next message is heard', async () => {
    await client.meet();
    client.raw('Content-Length: 5\r\n\r\n{"a":');
    expect((await client.answer(null)).error?.code).toBe(-32700);
    client.raw('Content-Length: 2\r\n\r\n42Content-Length: 4\r\n\r\nnullContent-Length: 2\r\n\r\n[]');
    await client.stillWorks();
  });

  test('is logged without what it says', async () => {
    await client.meet();
    client.say({ params: { text: 'Contoso Bank' } });
    client.say({ id: null, error: { code: 1, message: 'Contoso Bank' } });
    await client.ask('textDocument/hover', {});
    expect(client.heard.filter(({ method }) => method === 'window/logMessage')).toHaveLength(2);
    expect(JSON.stringify(client.heard)).not.toContain('Contoso');
  });

  test.each(['Foo: bar\r\n\r\n{}', 'Content-Length: many\r\n\r\n{}', 'Content-Length: -1\r\n\r\n{}', 'Content-Length: 99999999999\r\n\r\n{}', 'GET / HTTP/1.1\r\n\r\n', `Content-Length: 2\n\n{}${' '.repeat(5000)}`])('%j ends the server, which says why', async (text) => {
    await client.meet();
    client.raw(text);
    client.say({ id: 1, method: 'shutdown' });
    expect(await client.left).toBe(1);
    expect(client.complaint).toMatch(/^starwright: The client sent something that is no message\. .+\n$/);
  });

  test('a client that closes its end is left, without a stack trace', async () => {
    await client.meet();
    client.child.stdout.destroy();
    for (let i = 0; i < 50 && client.child.exitCode === null; i++) {
      client.say({ id: i, method: 'starwright/nothing' });
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await client.left).toBe(1);
    expect(client.complaint).toBe('starwright: The client does not listen any more.\n');
  });
});

describe('documents', () => {
  test('a story is a story whatever its language is called, a plain README.md is none until its front matter says so @any-lsp-client:diagnostics', async () => {
    const polite = await Client.start({ capabilities: PULL });
    const readme = 'file:///stories/README.md';
    for (const languageId of ['markdown', 'plaintext', '', 'Markdown (Pandoc)']) {
      await polite.open(readme, story({ tradeoff: [] }), languageId);
      expect(await polite.pull(readme)).toEqual([]);
      await polite.open(readme, `---\nstar: 1\n---\n${story({ tradeoff: [] })}`, languageId, 2);
      expect(await polite.codes(readme)).toContain('no-tradeoff');
      await polite.open(STORY, story({ tradeoff: [] }), languageId);
      expect(await polite.codes(STORY)).toContain('no-tradeoff');
    }
    expect(await polite.stop()).toBe(0);
  });

  test('two clients on one folder each have what they have open, and what the other saved', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'starwright-lsp-'));
    const [file, root] = [join(folder, 'a.star.md'), pathToFileURL(folder).href];
    await writeFile(file, story({ tradeoff: [] }));
    const [first, second] = await Promise.all([Client.start({ folders: [root] }), Client.start({ folders: [root], capabilities: { ...PULL, ...PUSH } })]);
    const uri = pathToFileURL(file).href;
    const onDisk = async (of: Client) => {
      const { items } = await of.connection.sendRequest<{ items: { items: { code: string }[] }[] }>('workspace/diagnostic', { previousResultIds: [] });
      return items.flatMap((item) => item.items.map(({ code }) => code));
    };
    await first.open(uri, story({ prevention: [] }));
    expect(await onDisk(first)).toContain('no-prevention');
    expect(await onDisk(second)).toContain('no-tradeoff');
    expect(await onDisk(second)).not.toContain('no-prevention');
    await writeFile(file, story({ learning: [] }));
    await second.wrote(uri);
    expect(await onDisk(second)).toContain('no-learning');
    expect(await first.codes(uri)).toContain('no-prevention');
    expect(await Promise.all([first.stop(), second.stop()])).toEqual([0, 0]);
    await rm(folder, { recursive: true });
  });
});
