import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NOTICES } from '../../scripts/lib/notices.mjs';
import { root } from '../../scripts/lib/paths.mjs';

/** What asks for no more than its notice. */
const MAY_SHIP = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];
/** Besides, what may be used to build and test. */
const MAY_BUILD = ['MPL-2.0', 'Python-2.0', 'Artistic-2.0', 'WTFPL', 'CC0-1.0', 'CC-BY-3.0', 'Zlib'];
/** What the lock file does not say, or says in a file of its own, after it was read. */
const KNOWN = {
  format: 'MIT, says its package.json in an old field',
  '@vscode/vsce-sign': 'Microsoft\'s; part of its packaging tool and not shipped',
};

const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
const notices = fs.readFileSync(path.join(root, NOTICES), 'utf8').split(`\n${'-'.repeat(80)}\n\n`).slice(1);

/** Whether one of the licences to choose from, or all that hold together, are among these. */
const within = (licence, allowed) => (licence ?? '').replace(/[()]/g, '').split(' OR ').some((choice) => choice.split(' AND ').every((each) => allowed.includes(each)));

test('every package that is installed to build has a licence that lets us', () => {
  const name = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const known = (place) => Object.keys(KNOWN).some((each) => name(place) === each || name(place).startsWith(`${each}-`));
  const unclear = Object.entries(packages).filter(([place, { license }]) => place !== '' && !known(place) && !within(license, [...MAY_SHIP, ...MAY_BUILD]));
  expect(unclear.map(([place, { license }]) => `${name(place)}: ${license}`)).toEqual([]);
});

test('every package whose code ships is named in the notices, with the text of a licence that lets us', () => {
  const heads = notices.map((notice) => /^(\S+) \S+ \((.+)\)\n/.exec(notice));
  expect(heads.map(([, name]) => name)).toEqual(expect.arrayContaining(['unified', 'remark-parse', 'yaml', 'vscode-languageclient', 'vscode-languageserver', 'micromark', 'format']));
  expect(heads.filter(([, , licence]) => !within(licence, MAY_SHIP)).map(([head]) => head.trim())).toEqual([]);
  expect(notices.filter((notice) => !/Permission|permission|Redistribution|Apache License|Blue Oak/.test(notice)).map((notice) => notice.split('\n')[0])).toEqual([]);
});

test('nothing is installed at run time', () => {
  const { dependencies, optionalDependencies } = packages[''];
  expect({ dependencies, optionalDependencies }).toEqual({});
});
