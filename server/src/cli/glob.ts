/** True for a path with `*`, `?` or `{a,b}` in it. */
export function isGlob(path: string): boolean {
  return /[*?{]/.test(path);
}

/** The folder below which everything a glob matches must lie. */
export function unmovingPart(pattern: string): string {
  const parts = pattern.split('/');
  const fixed = parts.slice(0, parts.findIndex(isGlob));
  if (fixed.length === 0) return '.';
  return fixed.join('/') || '/';
}

/** Compiles a glob: `**` any folders, `*` and `?` within a name, `{a,b}` either. */
export function matcher(pattern: string): (path: string) => boolean {
  const expressions = alternatives(pattern).map((each) => new RegExp(`^${source(tidy(each))}$`, 'u'));
  return (path) => expressions.some((expression) => expression.test(tidy(path)));
}

function alternatives(pattern: string): string[] {
  const group = /\{([^{}]*)\}/.exec(pattern);
  if (!group) return [pattern];
  const before = pattern.slice(0, group.index);
  const after = pattern.slice(group.index + group[0].length);
  return group[1]!.split(',').flatMap((choice) => alternatives(before + choice + after));
}

function tidy(path: string): string {
  return path.replace(/^(?:\.\/+)+/, '').replace(/\/{2,}/g, '/').replace(/(?:\*\*\/)+/g, '**/');
}

function source(pattern: string): string {
  const parts = pattern.split('/');
  const last = parts.pop()!;
  const folders = parts.map((part) => (part === '**' ? '(?:[^/]+/)*' : `${nameSource(part)}/`));
  return folders.join('') + (last === '**' ? '.*' : nameSource(last));
}

function nameSource(name: string): string {
  return name.replace(/\*+|[^*]/gu, (piece) => {
    if (piece.startsWith('*')) return '[^/]*';
    if (piece === '?') return '[^/]';
    return /[\\^$.+()[\]|{}/]/.test(piece) ? `\\${piece}` : piece;
  });
}
