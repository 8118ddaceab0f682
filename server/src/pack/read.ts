import type { Hearing, RubricData } from '../rubric/index.js';
import { schemas } from '../generated/rubric-schemas.js';
import { didYouMean } from '../story/nearest.js';
import { asWritten, KINDS, type Kind, type KindName, type Raw } from './kinds.js';
import { merged, ownKeys } from './merge.js';
import { schemaProblems } from './messages.js';
import { unknownNames, withoutThings, type Off } from './off.js';
import { badPatterns } from './patterns.js';
import { dangling } from './references.js';
import { schemaErrors, type Schema } from './schema.js';
import { SourceFile, type KeyPath } from './sourceFile.js';

import type { PackFile, PackProblem } from './types.js';

/** A rubric read from files: the data, and everything that is wrong with it. With problems, the data is not to be used. */
export interface ReadPack {
  readonly name: string | undefined;
  readonly data: RubricData;
  readonly problems: readonly PackProblem[];
  /** What the files add or change: `beats/tradeoff`, `phrases/vague-verb` … with the place where it stands. */
  readonly things: ReadonlyMap<string, Place>;
}

/** Where a thing of a rubric is written down. */
export interface Place {
  readonly file: SourceFile;
  readonly at: KeyPath;
  /** A problem under some keys of the finished thing, shown where the file says it. */
  readonly problem: (keys: KeyPath, message: string, column?: number) => PackProblem;
}

export const EMPTY_RUBRIC: RubricData = { beats: [], phrases: [], checks: [], wider: [], loops: [], plans: [], probes: [], wordings: [], kin: [], shapes: [], profiles: [], templates: [], questions: [], signals: [], lexicons: [], sources: [] };

/** Of one thing: whoever mends it reads no more at once. */
const MOST_PROBLEMS = 50;

const MANIFEST = 'pack.yaml';
const HEARING = 'hearing.json';

/** Reads the files of a rubric folder and lays them over a rubric. Nothing in them is executed. Never throws. */
export function readPack(files: readonly PackFile[], base: RubricData = EMPTY_RUBRIC): ReadPack {
  return new PackReader(base).read(files);
}

interface Manifest {
  readonly name: string;
  readonly off?: Off;
}

interface Written {
  readonly file: SourceFile;
  readonly at: KeyPath;
  readonly kind: Kind;
  readonly raw: Raw;
}

class PackReader {
  readonly #problems: PackProblem[] = [];
  readonly #things = new Map<string, Place>();
  readonly #data: Record<KindName, Raw[]>;
  #hearing: Hearing | undefined;
  #manifest: Manifest | undefined;
  #manifestFile: SourceFile | undefined;

  readonly #base: RubricData;

  constructor(base: RubricData) {
    this.#base = base;
    this.#hearing = base.hearing;
    this.#data = Object.fromEntries(KINDS.map(({ name }) => [name, [...(base[name] as unknown as Raw[])]])) as Record<KindName, Raw[]>;
  }

  read(files: readonly PackFile[]): ReadPack {
    const written = [...files].sort((a, b) => (a.path < b.path ? -1 : 1)).flatMap((file) => this.#file(file));
    // What stands by itself first, so that an order of files never matters to what extends it.
    for (const item of written.filter(({ raw }) => !('extends' in raw))) this.#add(item);
    this.#extendAll(written.filter(({ raw }) => 'extends' in raw));
    const whole = { ...this.#data, ...(this.#hearing ? { hearing: this.#hearing } : {}) } as unknown as RubricData;
    const off = this.#manifest?.off;
    if (off) this.#offNames(whole, off);
    const data = off ? withoutThings(whole, off) : whole;
    if (this.#problems.length === 0) this.#check(data);
    return { name: this.#manifest?.name, data, problems: this.#problems, things: this.#things };
  }

  #file(file: PackFile): Written[] {
    if (file.path === HEARING) {
      this.#hearing = JSON.parse(file.text) as Hearing;
      return [];
    }
    if (!/\.ya?ml$/.test(file.path)) return [];
    const source = new SourceFile(file);
    this.#problems.push(...source.problems);
    if (source.value === undefined) return [];
    if (file.path === MANIFEST) return this.#readManifest(source);
    const folder = file.path.split('/')[0]!.replace(/\.ya?ml$/, '');
    const kind = KINDS.find(({ name }) => name === folder);
    if (!kind) {
      const names = KINDS.map(({ name }) => name);
      this.#problems.push(source.problemAt([], `A rubric has no "${folder}".${didYouMean(folder, names)} Known: ${names.join(', ')}, ${MANIFEST}.`));
      return [];
    }
    return this.#itemsOf(kind, source);
  }

  #readManifest(source: SourceFile): [] {
    this.#manifestFile = source;
    if (this.#valid(source, schemas['pack']!, source.value)) this.#manifest = source.value as Manifest;
    return [];
  }

  #itemsOf(kind: Kind, file: SourceFile): Written[] {
    if (!this.#valid(file, kind.schema, file.value)) return [];
    const items = kind.list ? (file.value as Raw[]).map((raw, index) => ({ raw, at: [index] })) : [{ raw: file.value as Raw, at: [] }];
    return items.map(({ raw, at }) => ({ kind, raw, file, at }));
  }

  #valid(file: SourceFile, schema: Schema, value: unknown, at: KeyPath = []): boolean {
    const errors = schemaErrors(schema, value, at);
    this.#problems.push(...schemaProblems(file, errors.slice(0, MOST_PROBLEMS)));
    return errors.length === 0;
  }

  #add(item: Written): void {
    const { kind, raw, file, at } = item;
    const id = String(raw['id']);
    if (this.#isTaken(item, id)) return;
    const known = this.#find(kind, id);
    if (known) {
      this.#problems.push(file.problemAt([...at, 'id'], `There is a ${kind.one} "${id}" already. Write "extends: ${id}" to change it, or choose another id.`));
      return;
    }
    this.#keep(item, id, kind.complete(raw));
  }

  /** Every object of a program has a "constructor": a thing of that name would be found where nobody wrote it. */
  #isTaken({ file, at }: Written, id: string): boolean {
    if (!(id in {})) return false;
    this.#problems.push(file.problemAt([...at, 'id'], `"${id}" cannot be an id. Choose another.`));
    return true;
  }

  /** What extends something that is itself extended waits for it, whatever the files are called. */
  #extendAll(items: readonly Written[]): void {
    const ready = items.filter(({ kind, raw }) => this.#find(kind, String(raw['extends'])));
    const waiting = items.filter((item) => !ready.includes(item));
    if (ready.length === 0) return waiting.forEach((item) => this.#extend(item));
    ready.forEach((item) => this.#extend(item));
    this.#extendAll(waiting);
  }

  #extend(item: Written): void {
    const { kind, raw, file, at } = item;
    const from = String(raw['extends']);
    const base = this.#find(kind, from);
    if (!base) {
      const known = this.#data[kind.name].map((each) => String(each[kind.key]));
      this.#problems.push(file.problemAt([...at, 'extends'], `There is no ${kind.one} "${from}" to extend.${didYouMean(from, known)}`));
      return;
    }
    const id = String(raw['id'] ?? from);
    if (this.#isTaken(item, id)) return;
    for (const key of Array.isArray(raw['replace']) ? raw['replace'].map(String) : []) {
      if (!(key in raw)) this.#problems.push(file.problemAt([...at, 'replace'], `"${key}" is to begin anew, but the file does not say it.${didYouMean(key, Object.keys(raw))}`));
    }
    if (id !== from && this.#find(kind, id)) {
      this.#problems.push(file.problemAt([...at, 'id'], `There is a ${kind.one} "${id}" already. Choose another id, or write "extends: ${id}".`));
      return;
    }
    const whole = { ...merged(asWritten(kind, base), raw), id };
    const schema = kind.list ? kind.schema.items! : kind.schema;
    if (!this.#valid(file, schema, whole, at)) return;
    this.#keep(item, id, kind.complete(whole), whole);
  }

  /** In the place of the one it changes, else at the end; a person's own phrase comes before those that match the same words. */
  #keep({ kind, file, at, raw }: Written, id: string, thing: Raw, whole: Raw = raw): void {
    const list = this.#data[kind.name];
    const index = list.findIndex((each) => each[kind.key] === id);
    if (index < 0 && kind.name === 'phrases' && this.#base !== EMPTY_RUBRIC) list.unshift(thing);
    else if (index < 0) list.push(thing);
    else list[index] = thing;
    const problem = (keys: KeyPath, message: string, column?: number): PackProblem => {
      const own = [...at, ...ownKeys(raw, whole, keys)];
      return column === undefined ? file.problemAt(own, message) : file.problemWithin(own, column, message);
    };
    this.#things.set(`${kind.name}/${id}`, { file, at, problem });
  }

  #find(kind: Kind, id: string): Raw | undefined {
    return this.#data[kind.name].find((each) => each[kind.key] === id);
  }

  /** What single files cannot know: names that lead nowhere, patterns, codes given twice. */
  #check(data: RubricData): void {
    for (const { kind, id, keys, message } of dangling(data)) this.#report(kind, id, (place) => place.problem(keys, message));
    for (const { kind, id, keys, column, message } of badPatterns(data, this.#base)) this.#report(kind, id, (place) => place.problem(keys, message, column));
    for (const { kind, id, keys, code } of repeatedCodes(data)) this.#report(kind, id, (place) => place.problem(keys, `The finding code "${code}" is taken. Choose another.`));
  }

  /** Where a thing is written; what a pack broke without touching it is the fault of what it switches off. */
  #report(kind: KindName, id: string, problem: (place: Place) => PackProblem): void {
    const place = this.#things.get(`${kind}/${id}`);
    if (place) this.#problems.push(problem(place));
    else if (this.#manifestFile) this.#problems.push(this.#manifestFile.problemAt(['off'], `${kind}/${id} still needs something that is switched off here.`));
  }

  #offNames(data: RubricData, off: Off): void {
    for (const { kind, index, name, known } of unknownNames(data, off)) {
      this.#problems.push(this.#manifestFile!.problemAt(['off', kind, index], `There is no "${name}" to switch off.${didYouMean(name, known)}`));
    }
  }
}

/** Finding codes that stand for two things. */
function repeatedCodes(data: RubricData): { kind: KindName; id: string; keys: KeyPath; code: string }[] {
  const codes = [
    ...data.beats.flatMap(({ id, gaps }) => gaps.map(({ code }, index) => ({ kind: 'beats' as const, id, keys: ['gaps', index, 'code'], code }))),
    ...(['phrases', 'checks', 'wider'] as const).flatMap((kind) => data[kind].map(({ code }) => ({ kind, id: code, keys: ['id'], code }))),
  ];
  const times = new Map<string, number>();
  for (const { code } of codes) times.set(code, (times.get(code) ?? 0) + 1);
  return codes.filter(({ code }) => times.get(code)! > 1 || code in {});
}
