/**
 * How files are called where names are hidden: each part of a path without them, and no two alike.
 * @param hide what is said of a file, without names
 */
export function shownPaths(paths: ReadonlyMap<string, string>, hide: (id: string, text: string) => string): Map<string, string> {
  const shown = new Map<string, string>();
  const taken = new Set<string>();
  for (const [id, path] of paths) {
    const parts = path.split('/').map((part) => hidden(part, (text) => hide(id, text)));
    const free = unlike(parts.join('/'), taken);
    taken.add(free);
    shown.set(id, free);
  }
  return shown;
}

function hidden(part: string, hide: (text: string) => string): string {
  const [extension = ''] = /(?:\.star)?\.md$/i.exec(part) ?? [];
  const name = part.slice(0, part.length - extension.length);
  const clean = hide(name);
  return clean === name ? part : `${clean.trim().replace(/[\s/\\]+/g, '-') || 'story'}${extension}`;
}

function unlike(path: string, taken: ReadonlySet<string>): string {
  const [, stem = path, extension = ''] = /^(.*?)((?:\.star)?\.md)$/i.exec(path) ?? [];
  let free = path;
  for (let nth = 2; taken.has(free); nth++) free = `${stem}-${nth}${extension}`;
  return free;
}
