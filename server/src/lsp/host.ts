import type { PositionEncoding } from '../story/index.js';
import type { Clock } from './clock.js';

/** A file or folder that could not be read, and why, in plain words. */
export interface Unread {
  /** Its address. */
  readonly id: string;
  readonly problem: string;
}

/** The stories of a folder. */
export interface FoundStories {
  /** Their addresses. */
  readonly stories: readonly string[];
  /** Folders that could not be searched. */
  readonly unread: readonly Unread[];
}

/** What lies in a folder under a name; a link is `other`, and is not followed. */
export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'other';
}

/** Files that are not open in the editor. */
export interface FileSource {
  /** The stories in a folder, its subfolders included. Never follows a symbolic link. */
  stories(folderUri: string): Promise<FoundStories>;
  /** The text of a file; undefined when there is no such file. Rejects when it cannot be read, with a reason in plain words. */
  read(uri: string): Promise<string | undefined>;
  /** What a folder holds; undefined when there is no such folder. Rejects when it cannot be read, with a reason in plain words. */
  list(folderUri: string): Promise<readonly Entry[] | undefined>;
  /** Whether an ignore file leaves a story out; `workspace` is the open folder, above which nobody looks where a look may go over a network. */
  ignores?(uri: string, workspace: string | undefined): boolean | Promise<boolean>;
  /** Reads the ignore files anew the next time. */
  forgetIgnored?(): void;
}

/** How a disk calls what has an address. */
export interface DiskNames {
  /** The address of a path; undefined for a relative one when the workspace is not on the disk. */
  uriOf(path: string, workspace: string | undefined): string | undefined;
  /** The path of an address; undefined for what is not on the disk. */
  pathOf(uri: string): string | undefined;
}

/** What the place the server runs in can do for it; a browser has none of it. */
export interface Host {
  /** What lies on the disk. */
  readonly files?: FileSource;
  readonly disk?: DiskNames;
  /** The system's, unless given. */
  readonly clock?: Clock;
}

/** Rubrics that the settings name. */
export interface NamedRubrics {
  readonly folders: readonly string[];
  /** The address of the open folder against which relative ones are read. */
  readonly workspace: string | undefined;
  /** What the places of problems in them are counted in. */
  readonly encoding: PositionEncoding;
}

/** Where a line for the person reading the output goes; never the text of a story. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

export { reason } from '../config/reason.js';
