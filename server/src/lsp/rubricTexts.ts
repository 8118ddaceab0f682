import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';

type Place = readonly [from: number, to: number];

/** The script that gives a Worker the texts of the rubric (`scripts/lib/rubricScript.mjs`). */
const FILE = join(__dirname, 'web', 'rubric.js');
/** More bytes than its first line has. */
const FIRST_LINE = 4096;

/** Reads a text of the rubric out of the script: a Worker holds them all, but a process need not hold a megabyte of which it asks for little. */
export function rubricTextOf(name: string): string {
  const first = read([0, FIRST_LINE]);
  const start = first.indexOf('\n') + 1;
  const [from, to] = (JSON.parse(first.slice(2, start)) as Record<string, Place>)[name]!;
  return read([start + from, start + to]).replace(/\\(.)/g, '$1');
}

function read([from, to]: Place): string {
  const descriptor = openSync(FILE, 'r');
  try {
    const bytes = Buffer.alloc(to - from);
    return bytes.toString('latin1', 0, readSync(descriptor, bytes, 0, bytes.length, from));
  } finally {
    closeSync(descriptor);
  }
}
