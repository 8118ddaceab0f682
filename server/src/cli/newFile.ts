import { linkSync, lstatSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { plainReason } from '../config/plainReason.js';
import { UsageError } from './errors.js';
import { wholly } from './wholeFile.js';

/** @throws UsageError when there is something at a path already, or no telling */
export function refuseExisting(path: string): void {
  if (isThere(path)) throw new UsageError(`${path} exists already and was left as it is. Choose another name.`);
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, error: unknown): UsageError {
  return new UsageError(`${path} could not be written: ${plainReason(error)}`);
}

/**
 * Makes the folder that a file is to lie in.
 * @throws UsageError when that cannot be
 */
export function makeFolderOf(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw unwritable(path, error);
  }
}

/**
 * Writes a file as a whole or not at all: beside its place first, then under its name.
 * @throws UsageError when it exists, or its place cannot be written to
 */
export function writeNewFile(path: string, text: string): void {
  try {
    wholly(path, text, (beside) => giveName(beside, path));
  } catch (error) {
    throw error instanceof UsageError ? error : unwritable(path, error);
  }
}

/** A link is refused where a file has come to be in the meantime; where there can be no links, that is looked for. */
function giveName(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    refuseExisting(to);
    renameSync(from, to);
  }
}
