import fs from 'node:fs';
import path from 'node:path';

/** The file that ships with every package and names what is bundled. */
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

/**
 * Writes the notices of all packages whose code is in the bundles that esbuild's `metafiles` describe, each with
 * its licence, and gives the packages as `{ name, version, license, text }` in alphabetical order.
 */
export function writeNotices(root, metafiles) {
  const packages = bundledPackages(root, metafiles);
  const head = `Starwright holds code of the following packages. Its own licence is in the file LICENSE.\n`;
  fs.writeFileSync(path.join(root, NOTICES), [head, ...packages.map(notice)].join(`\n${'-'.repeat(80)}\n\n`));
  return packages;
}

function bundledPackages(root, metafiles) {
  const inputs = metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs)));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => packageFolder(file));
  const packages = [...new Set(used.filter(Boolean))].map((folder) => describe(path.join(root, folder)));
  const byName = new Map(packages.map((each) => [`${each.name} ${each.version}`, each]));
  return [...byName.keys()].sort().map((key) => byName.get(key));
}

/** `node_modules/a/node_modules/@b/c` for any file of that package; undefined for a file of this clone. */
function packageFolder(file) {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

function describe(folder) {
  const { name, version, license, licenses } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const spdx = license ?? licenses?.map(({ type }) => type).join(' OR ');
  return { name, version, license: spdx, text: licenceTexts(folder) || saidInReadme(folder, spdx) };
}

function licenceTexts(folder) {
  const files = fs.readdirSync(folder).filter((file) => /^(licen[sc]e|copying|notice|thirdparty.*)(\.(md|txt))?$/i.test(file)).sort();
  return files.map((file) => fs.readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n');
}

/** What a package without a licence file says in its readme, with the text it means; empty where that is not plain. */
function saidInReadme(folder, license) {
  const readme = fs.readdirSync(folder).find((file) => /^readme(\.|$)/i.test(file));
  const said = readme && /^(?:#+ *)?License\b[^]*/im.exec(fs.readFileSync(path.join(folder, readme), 'utf8'))?.[0].trim();
  if (!said || license !== 'MIT') return '';
  const ours = fs.readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8');
  return `${said}\n\n${ours.slice(ours.indexOf('Permission is hereby granted')).trim()}`;
}

function notice({ name, version, license, text }) {
  return `${name} ${version} (${license})\n\n${text || 'The package comes without the text of its licence.'}\n`;
}
