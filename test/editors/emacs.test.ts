import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { inEditor, type Seen } from './place.js';

const SETUP = join(import.meta.dirname, '../../docs/editors/eglot.el');

let seen: Seen;
let alive: () => Promise<number[]>;
beforeAll(async () => {
  ({ seen, alive } = await inEditor('emacs', ['--batch', '-f', 'package-initialize', '-l', SETUP, '-l', join(import.meta.dirname, 'eglot.el')]));
}, 60_000);
const codes = () => seen.diagnostics.map(({ code }) => code);

test('findings appear in a story, and in no other file @emacs:diagnostics', () => {
  expect(codes()).toContain('no-tradeoff');
  expect(seen.readme).toBe(0);
});

test('a finding behind an emoji is where it is, and still is after typing there @emacs:positions', () => {
  expect(seen.diagnostics.find(({ code }) => code === 'vague-verb')?.text).toBe('fixed the problem');
  expect(seen.typed.find(({ code }) => code === 'vague-verb')?.text).toBe('fixed the problem');
});

test('a hover explains a finding @emacs:hover @emacs:explain', () => {
  expect(seen.hover).toContain('vague-verb');
  expect(seen.hover).toMatch(/Weak:/);
});

test('a fix writes plain text, and its finding goes @emacs:fix', () => {
  expect(seen.fixed).toBe('On the rota, 🚦 漢字 é, I throttled [what]. It was 🚦 late, and I fixed the retry storm.');
  expect(seen.after).not.toContain('vague-verb');
});

test('headings that are missing are offered as plain text @emacs:completion', () => {
  expect(seen.completions.length).toBeGreaterThan(0);
  expect(seen.completions.join('\n')).toMatch(/Result/);
  expect(seen.completions.join('\n')).not.toContain('${');
});

test('the folder file and the rubric beside the stories hold @emacs:own-rubric', () => {
  expect(codes()).not.toContain('no-learning');
  expect(seen.diagnostics.find(({ code }) => code === 'in-house-jargon')?.text).toBe('retry storm');
});

test('the server leaves with the editor', async () => {
  await expect.poll(alive, { timeout: 10_000 }).toEqual([]);
});

test('lsp-mode shows findings and explains them too @emacs:diagnostics @emacs:hover', async () => {
  const setUp = join(import.meta.dirname, '../../docs/editors/lsp-mode.el');
  const inLspMode = await inEditor('emacs', ['--batch', '-f', 'package-initialize', '-l', setUp, '-l', join(import.meta.dirname, 'lsp-mode.el')]);
  expect(inLspMode.seen.diagnostics.map(({ code }) => code)).toContain('vague-verb');
  expect(inLspMode.seen.hover).toContain('vague-verb');
});
