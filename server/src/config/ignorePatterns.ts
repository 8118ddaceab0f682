/** One line of an ignore file. */
interface Pattern {
  /** It takes back what an earlier line left out. */
  readonly keeps: boolean;
  readonly folderOnly: boolean;
  /** The names of a path, one piece each; `**` stands for any number of them. Undefined for a name alone, wherever it lies. */
  readonly path: readonly Name[] | undefined;
  readonly name: Name;
}

type Name = typeof FOLDERS | readonly Part[];
/** What stands for one character, or `*`. */
type Part = typeof ANY | ((character: string) => boolean);

const FOLDERS = '**';
const ANY = '*';

/** What an ignore file says, in the syntax of `.gitignore`. Its cost is bounded: no pattern makes a path slow to look up. */
export class IgnorePatterns {
  readonly #fromLast: readonly Pattern[];

  constructor(text: string) {
    this.#fromLast = text.replace(/^\uFEFF/, '').split('\n').map(readLine).filter((pattern) => pattern !== undefined).reverse();
  }

  /** True or false for a path that a line leaves out or keeps, by the last line that speaks of it; undefined when none does. `path` is relative, with slashes. */
  verdict(path: string, isFolder: boolean): boolean | undefined {
    const names = path.split('/');
    const last = this.#fromLast.find((pattern) => (isFolder || !pattern.folderOnly) && speaksOf(pattern, names));
    return last === undefined ? undefined : !last.keeps;
  }
}

function readLine(line: string): Pattern | undefined {
  let rest = withoutTrailingSpaces(line.replace(/\r$/, ''));
  if (rest === '' || rest.startsWith('#')) return undefined;
  const keeps = rest.startsWith('!');
  if (keeps) rest = rest.slice(1);
  const folderOnly = rest.endsWith('/');
  if (folderOnly) rest = rest.slice(0, -1);
  // A slash parts names, escaped or not.
  rest = rest.replace(/\\([\\/])/g, (escaped, character: string) => (character === '/' ? '/' : escaped));
  if (rest === '') return undefined;
  const names = rest.replace(/^\//, '').split('/').map(readName);
  if (names.some((name) => name === undefined)) return undefined;
  const path = rest.includes('/') ? inside(names as Name[]) : undefined;
  return { keeps, folderOnly, path, name: readName(rest) ?? [] };
}

/** Only a backslash keeps a space at the end of a line. */
function withoutTrailingSpaces(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ' && line[end - 2] !== '\\') end--;
  return line.slice(0, end);
}

/** "folder/**" is what lies in the folder, not the folder. */
function inside(names: readonly Name[]): readonly Name[] {
  return names.at(-1) === FOLDERS ? [...names, [ANY]] : names;
}

/** The parts of a name; undefined for one that is not finished, which git takes for no pattern either. */
function readName(text: string): Name | undefined {
  if (text === '**') return FOLDERS;
  const parts: Part[] = [];
  const characters = [...text];
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i]!;
    if (character === '*') {
      if (parts.at(-1) !== ANY) parts.push(ANY);
    } else if (character === '?') parts.push(() => true);
    else if (character === '[') {
      const set = readSet(characters, i);
      if (set === undefined) return undefined;
      parts.push(set.has);
      i = set.end;
    } else if (character === '\\') {
      const next = characters[++i];
      if (next === undefined) return undefined;
      parts.push((other) => other === next);
    } else parts.push((other) => other === character);
  }
  return parts;
}

/** `[a-z]` or `[!a-z]` from where it begins; undefined when it does not end. */
function readSet(characters: readonly string[], start: number): { has: (character: string) => boolean; end: number } | undefined {
  let at = start + 1;
  const not = characters[at] === '!' || characters[at] === '^';
  if (not) at++;
  const ranges: [string, string][] = [];
  for (const first = at; at === first || characters[at] !== ']'; at++) {
    if (characters[at] === '\\') at++;
    const from = characters[at];
    if (from === undefined) return undefined;
    const ranged = characters[at + 1] === '-' && characters[at + 2] !== undefined && characters[at + 2] !== ']';
    if (ranged) at += characters[at + 2] === '\\' ? 3 : 2;
    ranges.push([from, characters[at] ?? from]);
  }
  return { has: (character) => ranges.some(([from, to]) => from <= character && character <= to) !== not, end: at };
}

function speaksOf({ path, name }: Pattern, names: readonly string[]): boolean {
  if (path === undefined) return name === FOLDERS || matches(name, [...names.at(-1)!], ANY, fits);
  return matches(path, names, FOLDERS, (piece, each) => piece !== FOLDERS && matches(piece, [...each], ANY, fits));
}

function fits(part: Part, character: string): boolean {
  return part !== ANY && part(character);
}

/** Whether pieces stand for all items, `any` for a run of them. Only the last such run is ever tried again, so the cost is at most their product. */
function matches<Piece, Item>(pieces: readonly Piece[], items: readonly Item[], any: Piece, one: (piece: Piece, item: Item) => boolean): boolean {
  let [piece, item, after, from] = [0, 0, -1, 0];
  while (item < items.length) {
    if (piece < pieces.length && pieces[piece] === any) [after, from] = [++piece, item];
    else if (piece < pieces.length && one(pieces[piece]!, items[item]!)) [piece, item] = [piece + 1, item + 1];
    else if (after >= 0) [piece, item] = [after, ++from];
    else return false;
  }
  while (piece < pieces.length && pieces[piece] === any) piece++;
  return piece === pieces.length;
}
