// A folder with stories and a rubric, and a server that serves it: what one person has open in a day.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { BenchServer } from '../../bench/server.mjs';
import { distinctStory } from '../../bench/stories.mjs';
import { Writer } from './writer.mjs';

const PACK = '.starwright/rubric/phrases/in-house-jargon.yaml';
const JARGON = ['load test', 'night shift', 'index'];

/** The rubric beside the stories, in one of its forms: the last is broken. */
function jargon(form) {
  const word = JARGON[form % JARGON.length];
  const severity = form % 7 === 6 ? 'loud' : 'warning';
  return `id: in-house-jargon\ntitle: In-house jargon\nmessage: 'Nobody outside knows "{match}".'\nwhy: A name only you know says nothing.\nsources: [starwright]\nweak: I fixed it.\nstrong: I fixed the mail queue.\nseverity: ${severity}\ncues:\n  - patterns: ['${word}']\nexamples:\n  fires: [I fixed the ${word}.]\n  silent: [I fixed the mail queue.]\n`;
}

export class Desk {
  /** So many stories, none of them open yet. */
  constructor(root, stories, random) {
    this.root = root;
    this.random = random;
    this.folder = mkdtempSync(path.join(tmpdir(), 'starwright-load-'));
    mkdirSync(path.join(this.folder, path.dirname(PACK)), { recursive: true });
    this.forms = 0;
    this.names = 0;
    writeFileSync(path.join(this.folder, PACK), jargon(0));
    this.stories = Array.from({ length: stories }, (_, nth) => {
      const file = path.join(this.folder, `story-${nth}.star.md`);
      const text = nth % 5 === 4 ? distinctStory(nth).replaceAll('\n', '\r\n') : distinctStory(nth);
      writeFileSync(file, text);
      return { uri: pathToFileURL(file).href, writer: new Writer(text, random), version: 0 };
    });
  }

  /** Starts a server for the folder. */
  start() {
    return BenchServer.start(this.root, this.folder);
  }

  /** Writes the rubric anew and says so. */
  async rubricChanges({ connection }) {
    writeFileSync(path.join(this.folder, PACK), jargon(++this.forms));
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: pathToFileURL(path.join(this.folder, PACK)).href, type: 2 }] });
  }

  /** The rubric in a form that works: a broken one is held by the server that knew it before, and by no other. */
  async rubricWorks(server) {
    do await this.rubricChanges(server);
    while (this.forms % 7 === 6);
  }

  /** Gives a story another name: the text goes on in a file that is not saved yet, and the old one stays as it was. */
  rename(story) {
    story.uri = pathToFileURL(path.join(this.folder, `renamed-${++this.names}.star.md`)).href;
  }

  clear() {
    rmSync(this.folder, { recursive: true });
  }
}

/** Opens a story in a server as it stands. */
export async function open({ connection }, story) {
  story.version = 1;
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri: story.uri, languageId: 'markdown', version: story.version, text: story.writer.text } });
  story.shown = undefined;
}

export async function close({ connection }, { uri }) {
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
}

/** The diagnostics of an open story, as an editor asks for them: with what it has shown so far. */
export async function diagnosticsOf({ connection }, story) {
  const previousResultId = story.shown?.resultId;
  const report = await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: story.uri }, ...(previousResultId && { previousResultId }) });
  if (report.kind === 'full') story.shown = report;
  return story.shown.items;
}
