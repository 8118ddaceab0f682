import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NOTICES } from '../../scripts/lib/notices.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { shipped } from '../../scripts/lib/sbom.mjs';
import { MAY_SHIP, unlicensed, within } from '../../scripts/lib/supply.mjs';

const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
const notices = fs.readFileSync(path.join(root, NOTICES), 'utf8').split(`\n${'-'.repeat(80)}\n\n`).slice(1);

test('every package that is installed to build has a licence that lets us', () => {
  expect(unlicensed(lock)).toEqual([]);
});

test('every package whose code ships is named in the notices, with the text of a licence that lets us', () => {
  expect(shipped().map(({ name }) => name)).toEqual(expect.arrayContaining(['unified', 'remark-parse', 'yaml', 'vscode-languageclient', 'vscode-languageserver', 'micromark', 'format']));
  expect(shipped().filter(({ licence }) => !within(licence, MAY_SHIP))).toEqual([]);
  expect(notices.filter((notice) => !/Permission|permission|Redistribution|Apache License|Blue Oak/.test(notice)).map((notice) => notice.split('\n')[0])).toEqual([]);
});

test('nothing is installed at run time', () => {
  const { dependencies, optionalDependencies } = lock.packages[''];
  expect({ dependencies, optionalDependencies }).toEqual({});
});
