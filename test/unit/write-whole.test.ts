import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Uri } from 'vscode';

const { FILE, LINK, disk, broken } = vi.hoisted(() => ({ FILE: 1, LINK: 64, disk: new Map<string, { text: string; type: number }>(), broken: new Set<string>() }));

/** As much of VS Code as writes a file: a disk of names and texts, on which what is named in `broken` fails. */
vi.mock('vscode', () => {
  const fails = (step: string): void => {
    if (broken.has(step)) throw new Error(`${step} failed`);
  };
  const found = (name: string) => {
    const file = disk.get(name);
    if (!file) throw new Error('not found');
    return file;
  };
  return {
    FileType: { Unknown: 0, File: FILE, SymbolicLink: LINK },
    Uri: { joinPath: (base: string, ...parts: string[]) => parts.reduce((at, part) => (part === '..' ? at.slice(0, at.lastIndexOf('/')) : `${at}/${part}`), base) },
    workspace: {
      fs: {
        stat: async (name: string) => found(name),
        writeFile: async (name: string, bytes: Uint8Array) => {
          // A disk that is full takes a part of it.
          disk.set(name, { text: new TextDecoder().decode(broken.has('write') ? bytes.subarray(0, 3) : bytes), type: disk.get(name)?.type ?? FILE });
          fails('write');
        },
        rename: async (from: string, to: string) => {
          fails('rename');
          disk.set(to, found(from));
          disk.delete(from);
        },
        delete: async (name: string) => void disk.delete(name),
      },
    },
  };
});

const { writeWhole } = await import('../../client/src/writeWhole.js');
const place = 'disk:/stories/cards.html';
const write = (text: string): Promise<void> => writeWhole(place as unknown as Uri, text);

beforeEach(() => {
  broken.clear();
  disk.clear();
  disk.set(place, { text: 'the old cards', type: FILE });
});

describe('a file that is written in place of another', () => {
  test('has the new text, and nothing is left beside it', async () => {
    await write('the new cards');
    expect([...disk]).toEqual([[place, { text: 'the new cards', type: FILE }]]);
  });

  test.each(['write', 'rename'])('has the old text still where the %s fails', async (step) => {
    broken.add(step);
    await expect(write('the new cards')).rejects.toThrow(`${step} failed`);
    expect([...disk]).toEqual([[place, { text: 'the old cards', type: FILE }]]);
  });

  test('stays a link where it is one', async () => {
    disk.set(place, { text: 'the old cards', type: FILE | LINK });
    await write('the new cards');
    expect([...disk]).toEqual([[place, { text: 'the new cards', type: FILE | LINK }]]);
  });
});
