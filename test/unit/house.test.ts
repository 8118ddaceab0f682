import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const src = path.join(import.meta.dirname, '../../server/src');

/** What a ring may import besides itself and libraries. */
const MAY_IMPORT: Record<string, string[]> = {
  story: [],
  rubric: ['story', 'generated'],
  review: ['rubric', 'story'],
  pack: ['review', 'rubric', 'story', 'generated'],
  refactor: ['review', 'rubric', 'story'],
  bank: ['review', 'rubric', 'story'],
  rehearse: ['bank', 'review', 'rubric', 'story'],
  service: ['rehearse', 'bank', 'refactor', 'review', 'rubric', 'story'],
  library: ['bank', 'refactor', 'pack', 'review', 'rubric', 'story'],
  config: ['service', 'rehearse', 'bank', 'pack', 'review', 'rubric', 'story'],
  lsp: ['config', 'rehearse', 'bank', 'refactor', 'service', 'pack', 'review', 'rubric', 'story'],
  mcp: ['lsp', 'config', 'bank', 'service', 'review', 'rubric', 'story'],
  cli: ['mcp', 'lsp', 'config', 'rehearse', 'bank', 'refactor', 'service', 'pack', 'review', 'rubric', 'story'],
};
const PURE = ['story', 'rubric', 'review', 'refactor', 'bank', 'rehearse', 'pack', 'service', 'library'];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('generated/'));

const importsOf = (file: string): string[] => [...readFileSync(path.join(src, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);
const ringOf = (file: string, target: string): string => path.posix.join(path.posix.dirname(file), target).split('/')[0]!;

describe('imports run one way', () => {
  test.each(files)('%s', (file) => {
    const ring = file.split('/')[0]!;
    const rings = importsOf(file).filter((target) => target.startsWith('.')).map((target) => ringOf(file, target));
    expect(rings.filter((other) => other !== ring && !MAY_IMPORT[ring]!.includes(other))).toEqual([]);
  });
});

describe('the pure rings know no machine and no editor', () => {
  test.each(files.filter((file) => PURE.includes(file.split('/')[0]!)))('%s', (file) => {
    expect(importsOf(file).filter((target) => /^(node:|vscode$|vscode-languageserver(\/|$)|vscode-languageclient)/.test(target))).toEqual([]);
  });
});

test('nothing opens a connection or runs text', () => {
  const client = readdirSync(path.join(src, '../../client/src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const all = [...files.map((file) => path.join(src, file)), ...client.map((file) => path.join(src, '../../client/src', file))];
  const suspicious = /(?<![#.\w])(fetch|XMLHttpRequest|WebSocket|eval)\s*\(|new Function\(|node:(https?|net|tls|dgram|vm)\b/;
  expect(all.filter((file) => suspicious.test(readFileSync(file, 'utf8')))).toEqual([]);
});

test('activation loads no language client: what needs it is imported with the first story', () => {
  const folder = path.join(src, '../../client/src');
  const client = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const loads = (name: RegExp) => client.filter((file) => [...readFileSync(path.join(folder, file), 'utf8').matchAll(/^import (?!type).*? from '([^']+)'/gm)].some(([, target]) => name.test(target!))).sort();
  expect(loads(/^vscode-languageclient/)).toEqual(['languageClient.ts', 'transports.ts']);
  expect(loads(/\/(languageClient|transports)\.js$/)).toEqual(['languageClient.ts']);
});
