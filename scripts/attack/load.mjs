// Days of writing in minutes: the real server over stdio, many stories written in for a long time, opened and closed, while their rubric changes.
// What it says in the end must be what a server says that has just been started, and it must not have grown.
import { existsSync, readdirSync } from 'node:fs';
import { close, Desk, diagnosticsOf, open } from './load/desk.mjs';
import { randomFrom } from '../bench/stories.mjs';

const SEED = 20_261_122;
const STORIES = 50;
const OPEN = 6;
const EDITS = { short: 100_000, soak: 1_000_000 };
/** Parts of the day after each of which everything is held against a new server and the memory is looked at. */
const PARTS = 5;
/** Edits after which a story is closed and another is opened, and after which the rubric changes. */
const TURN = 150;
const RELOAD = 2500;
/** So many times a few keys, and the editor asks for diagnostics. */
const BURSTS = 2;
/** Every so many stories are opened under a new name. */
const RENAMED = 3;
/** Memory that may be held at the end beyond what was held after the first part, with all stories closed: bytes. */
const SLACK = 4e6;
const [LOOKS, BETWEEN_LOOKS] = [40, 100];

/** Writes for a day. */
export async function attack(root, { soak, progress }) {
  const random = randomFrom(SEED);
  const desk = new Desk(root, STORIES, (sides) => Math.floor(random() * sides));
  const server = await desk.start();
  try {
    const day = new Day(desk, server);
    await server.wholeBank();
    const edits = soak ? EDITS.soak : EDITS.short;
    for (let part = 1; part <= PARTS; part++) {
      await day.writeUntil((edits * part) / PARTS);
      await day.lookBack();
      const { heap, rss } = day.held.at(-1);
      progress(`load: ${day.edits.toLocaleString('en')} edits, heap ${megabytes(heap)}, process ${megabytes(rss)}`);
    }
    return day.report();
  } finally {
    await server.stop();
    desk.clear();
  }
}

class Day {
  edits = 0;
  held = [];
  #desk;
  #server;
  #open = [];
  #turns = 0;
  #reloads = 0;
  #asked = 0;
  #compared = 0;
  #outside = [];
  #other = [];

  constructor(desk, server) {
    this.#desk = desk;
    this.#server = server;
  }

  async writeUntil(edits) {
    while (this.edits < edits) {
      const before = this.edits;
      while (this.#open.length < OPEN) await this.#openOne();
      await this.#writeIn(this.#open[this.#desk.random(OPEN)]);
      if (crossed(before, this.edits, TURN)) await this.#closeOne();
      if (crossed(before, this.edits, RELOAD)) await this.#reload();
    }
  }

  /** Holds what the server says of every story against what a new one says, and notes what it holds on to when all are closed. */
  async lookBack() {
    await this.#desk.rubricWorks(this.#server);
    const fresh = await this.#desk.start();
    try {
      for (const story of this.#desk.stories) await this.#compare(fresh, story);
    } finally {
      await fresh.stop();
    }
    for (const story of this.#open.splice(0)) await close(this.#server, story);
    this.held.push(await this.#rested());
  }

  /** What is held once every timer has run out: some look whether somebody goes on writing. */
  async #rested() {
    for (let look = 0; ; look++) {
      const { heap, rss, resources } = await this.#server.usage();
      if (look === LOOKS || !resources.includes('Timeout')) return { heap, rss, resources: [...counted(resources), ...filesOf(this.#server)].join(', ') };
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
    }
  }

  report() {
    const [first, last] = [this.held[0], this.held.at(-1)];
    const grown = last.heap - first.heap > SLACK ? [`${megabytes(first.heap)} became ${megabytes(last.heap)} (seed ${SEED})`] : [];
    const handles = last.resources === first.resources ? [] : [`${first.resources} became ${last.resources}`];
    return {
      rows: [
        { what: `edits in ${STORIES} stories`, times: this.edits, broke: [] },
        { what: 'diagnostics asked for, every place inside the text', times: this.#asked, broke: this.#outside },
        { what: 'stories opened and closed', times: this.#turns, broke: [] },
        { what: 'changes of the rubric beside them', times: this.#reloads, broke: [] },
        { what: 'diagnostics held against those of a new server', times: this.#compared, broke: this.#other },
        { what: 'memory after garbage collection, all stories closed', times: this.held.length, broke: grown },
        { what: 'sockets, timers, watchers and files that are open', times: this.held.length, broke: handles },
      ],
      note: `Memory in use after each fifth: ${this.held.map(({ heap }) => megabytes(heap)).join(', ')}; the process: ${this.held.map(({ rss }) => megabytes(rss)).join(', ')}.`,
    };
  }

  async #openOne() {
    const closed = this.#desk.stories.filter((story) => !this.#open.includes(story));
    const story = closed[this.#desk.random(closed.length)];
    if (this.#desk.random(RENAMED) === 0) this.#desk.rename(story);
    await open(this.#server, story);
    this.#open.push(story);
    this.#turns++;
  }

  async #closeOne() {
    const [story] = this.#open.splice(this.#desk.random(OPEN), 1);
    await close(this.#server, story);
  }

  /** A few keys, and then what an editor asks after them. */
  async #writeIn(story) {
    const { connection } = this.#server;
    const changes = Array.from({ length: BURSTS }, () => story.writer.burst()).flat();
    for (const change of changes) await connection.sendNotification('textDocument/didChange', { textDocument: { uri: story.uri, version: ++story.version }, contentChanges: [change] });
    this.edits += changes.length;
    const items = await diagnosticsOf(this.#server, story);
    this.#asked++;
    const lines = story.writer.text.split(/\r\n|\r|\n/);
    for (const { range, code } of items) if (!isInside(range, lines)) this.#outside.push(`${code} at ${JSON.stringify(range)} after ${this.edits} edits (seed ${SEED})`);
    if (this.#desk.random(20) === 0) await this.#others(story, items);
  }

  /** What is asked less often: hovers, fixes, completions, times above headings, the bank. */
  async #others({ uri, writer }, items) {
    const { connection } = this.#server;
    const textDocument = { uri };
    const range = items[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    await Promise.all([
      connection.sendRequest('textDocument/codeAction', { textDocument, range, context: { diagnostics: items.slice(0, 1) } }),
      connection.sendRequest('textDocument/hover', { textDocument, position: range.start }),
      connection.sendRequest('textDocument/completion', { textDocument, position: { line: writer.text.split('\n').length - 1, character: 0 } }),
      connection.sendRequest('textDocument/codeLens', { textDocument }),
      ...(this.#desk.random(10) === 0 ? [connection.sendRequest('starwright/bank', {})] : []),
    ]);
  }

  async #reload() {
    await this.#desk.rubricChanges(this.#server);
    this.#reloads++;
  }

  async #compare(fresh, story) {
    const wasOpen = this.#open.includes(story);
    if (!wasOpen) await open(this.#server, story);
    // Saved, nothing is held back any more.
    await this.#server.connection.sendNotification('textDocument/didSave', { textDocument: { uri: story.uri } });
    const now = JSON.stringify(await diagnosticsOf(this.#server, story));
    if (!wasOpen) await close(this.#server, story);
    const anew = { ...story };
    await open(fresh, anew);
    const other = JSON.stringify(await diagnosticsOf(fresh, anew));
    await close(fresh, anew);
    this.#compared++;
    if (now !== other) this.#other.push(`${story.uri.split('/').at(-1)} after ${this.edits} edits (seed ${SEED}): ${now} is ${other} for a new server`);
  }
}

function crossed(before, after, every) {
  return Math.floor(before / every) !== Math.floor(after / every);
}

function isInside({ start, end }, lines) {
  return [start, end].every(({ line, character }) => line < lines.length && character <= lines[line].length);
}

/** How many there are of each kind. */
function counted(resources) {
  return [...new Set(resources)].sort().map((kind) => `${resources.filter((other) => other === kind).length} ${kind}`);
}

/** How many files and sockets the operating system knows of, where it says so. */
function filesOf({ child }) {
  const files = `/proc/${child.pid}/fd`;
  return existsSync(files) ? [`${readdirSync(files).length} open files`] : [];
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
