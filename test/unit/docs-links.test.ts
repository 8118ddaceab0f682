import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const START = ['README.md', 'CONTRIBUTING.md', 'SUPPORT.md', 'SECURITY.md', 'CHANGELOG.md'];

/** Every page for people, by its path from the root. */
const pages = [...START, ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => path.posix.join('docs', file.split(path.sep).join('/'))).filter((file) => file.endsWith('.md'))];

const textOf = (page: string): string => readFileSync(path.join(root, page), 'utf8');
const withoutCode = (text: string): string => text.replace(/^(```|~~~)[\s\S]*?^\1/gm, '');

interface Link {
  readonly target: string;
  readonly to: string;
  readonly anchor: string | undefined;
}

/** The links of a page that lead to a place in the repository; what stands in code is no link. */
function linksOf(page: string): Link[] {
  const prose = withoutCode(textOf(page)).replace(/`[^`\n]*`/g, '');
  const targets = [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!).filter((target) => !/^[a-z]+:/.test(target));
  return targets.map((target) => {
    const [file, anchor] = target.split('#') as [string, string?];
    return { target, to: file === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(file)), anchor };
  });
}

/** The anchors of a page's headings, as GitHub and VS Code make them. */
function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>();
  return [...withoutCode(textOf(page)).matchAll(/^#{1,6} (.*)$/gm)].map((match) => {
    const anchor = match[1]!.trim().toLowerCase().replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '').replaceAll(' ', '-');
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
}

const leadsNowhere = ({ to, anchor }: Link): boolean => !existsSync(path.join(root, to)) || (anchor !== undefined && to.endsWith('.md') && !anchorsOf(to).includes(anchor));

test.each(pages)('every link of %s leads to a file, and to a heading in it', (page) => {
  expect(linksOf(page).filter(leadsNowhere).map(({ target }) => target)).toEqual([]);
});

describe('from the README', () => {
  const reached = new Set(['README.md']);
  for (const page of reached) {
    if (page.endsWith('.md') && existsSync(path.join(root, page))) linksOf(page).forEach(({ to }) => reached.add(to));
  }

  test('every page can be reached', () => {
    expect(pages.filter((page) => !reached.has(page))).toEqual([]);
  });

  test('every picture is shown somewhere', () => {
    const pictures = readdirSync(path.join(root, 'docs/images'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.png')).map((file) => path.posix.join('docs/images', file.split(path.sep).join('/')));
    expect(pictures.filter((picture) => !reached.has(picture))).toEqual([]);
  });
});
