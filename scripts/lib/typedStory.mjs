import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { build } from 'esbuild';

const URI = 'file:///typed.star.md';

/** A story that is typed into the real server, in the same process and in simulated time, and what is shown of it. */
export class TypedStory {
  /** Findings in the order in which they appeared: `{ rule, range, born, died }`, times in milliseconds. */
  lives = [];
  /** Milliseconds each key took to be answered. */
  times = [];
  #now = 0;
  #text = '';
  #version = 1;
  #alive = [];
  #clock = new SimulatedClock();
  #movedRange;
  #client;

  /** Opens an empty story. A client that cannot be told to ask again is shown every review as it is. */
  static async open(root, heldBack) {
    const story = new TypedStory();
    const server = await loadServer(root);
    story.#movedRange = server.movedRange;
    story.#client = server.connect({ clock: story.#clock });
    const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: heldBack } } };
    await story.#client.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
    await story.#client.sendNotification('initialized', {});
    await story.#client.sendNotification('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'markdown', version: 1, text: '' } });
    await story.#look();
    return story;
  }

  /** Presses a key at the end of the text, after a pause in milliseconds. */
  async press(key, pause) {
    await this.rest(pause);
    const end = this.#text.length;
    const edit = key === '\b' ? { start: end - 1, end, newText: '' } : { start: end, end, newText: key };
    const contentChanges = [{ range: { start: positionAt(this.#text, edit.start), end: positionAt(this.#text, end) }, text: edit.newText }];
    this.#text = this.#text.slice(0, edit.start) + edit.newText;
    for (const life of this.#alive) life.range = this.#movedRange(life.range, edit);
    const before = performance.now();
    await this.#client.sendNotification('textDocument/didChange', { textDocument: { uri: URI, version: ++this.#version }, contentChanges });
    await this.#look();
    this.times.push(performance.now() - before);
  }

  /** Lets time pass; whatever the server waited for happens at its time. */
  async rest(milliseconds) {
    const until = this.#now + milliseconds;
    for (let due = this.#clock.next(until); due; due = this.#clock.next(until)) {
      this.#now = due.at;
      due.run();
      await this.#look();
    }
    this.#now = this.#clock.now = until;
  }

  async close() {
    for (const life of this.#alive) life.died = Infinity;
    await this.#client.sendRequest('shutdown');
    this.#client.dispose();
  }

  /** Asks for what is shown now, and tells it from what was. */
  async #look() {
    const { items } = await this.#client.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } });
    const seen = items.map(({ code, range }) => ({ rule: code, range: { start: offsetAt(this.#text, range.start), end: offsetAt(this.#text, range.end) } }));
    const before = this.#alive;
    this.#alive = seen.map((finding) => {
      const same = before.find((life) => life.rule === finding.rule && touches(life.range, finding.range));
      if (same) before.splice(before.indexOf(same), 1);
      const life = same ?? { ...finding, born: this.#now };
      if (!same) this.lives.push(life);
      life.range = finding.range;
      return life;
    });
    for (const gone of before) gone.died = this.#now;
  }
}

class SimulatedClock {
  now = 0;
  #timers = new Set();

  after(milliseconds, run) {
    const timer = { at: this.now + milliseconds, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Takes the first timer that is due by then. */
  next(until) {
    const [first] = [...this.#timers].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
    if (!first) return undefined;
    this.#timers.delete(first);
    this.now = first.at;
    return first;
  }
}

let loaded;

/** The server, bundled for this process. */
async function loadServer(root) {
  loaded ??= (async () => {
    const outfile = path.join(mkdtempSync(path.join(tmpdir(), 'starwright-flicker-')), 'server.cjs');
    await build({
      stdin: { contents: SERVER, resolveDir: path.join(root, 'server/src'), loader: 'ts' },
      bundle: true, outfile, platform: 'node', format: 'cjs', logLevel: 'warning',
      alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
    });
    const server = createRequire(import.meta.url)(outfile);
    rmSync(path.dirname(outfile), { recursive: true });
    return { movedRange: server.movedRange, connect: (host) => server.connect(host, () => new PassThrough()) };
  })();
  return loaded;
}

const SERVER = `
  import { createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
  import { createServer } from './lsp/server.js';
  export { movedRange } from './service/index.js';
  export function connect(host, pipe) {
    const [up, down] = [pipe(), pipe()];
    const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
    createServer(connection, host);
    connection.listen();
    const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    client.onRequest('workspace/diagnostic/refresh', () => null);
    client.listen();
    return client;
  }`;

function positionAt(text, offset) {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length - 1, character: lines.at(-1).length };
}

function offsetAt(text, { line, character }) {
  return text.split('\n').slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
}

function touches(a, b) {
  return a.start <= b.end && b.start <= a.end;
}
