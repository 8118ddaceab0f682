// npm run release -- check: holds version, changelog, lock file and tag together and looks into both packages, which must be
// built. `--tag vX.Y.Z` says that this is a release; `--out DIR` puts the .vsix, the npm package, the bill of materials and the notes there.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packNpm } from './lib/npmPackage.mjs';
import { packageExtension } from './lib/package.mjs';
import { manifest, root } from './lib/paths.mjs';
import { notesOf, problemsOf, vsixFiles, wrongInNpm, wrongInVsix } from './lib/release.mjs';
import { billOfMaterials, sbomName } from './lib/sbom.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { tag: { type: 'string' }, out: { type: 'string' } } });
if (positionals.join() !== 'check') throw new Error('Usage: node scripts/release.mjs check [--tag vX.Y.Z] [--out DIR]');

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8');
const folder = values.out ? path.resolve(values.out) : fs.mkdtempSync(path.join(os.tmpdir(), 'starwright-release-'));
fs.mkdirSync(folder, { recursive: true });
const told = { manifest: manifest(), lock: JSON.parse(read('package-lock.json')), changelog: read('CHANGELOG.md'), tag: values.tag };
const packed = await packNpm(folder);
const vsix = await packageExtension();
const problems = [...problemsOf(told), ...wrongInNpm(packed.files.map((file) => file.path)), ...wrongInVsix(await vsixFiles())];

problems.forEach((problem) => console.error(`✗ ${problem}`));
console.log(`${told.manifest.name} ${told.manifest.version}: npm ${packed.size} bytes, .vsix ${fs.statSync(vsix).size} bytes`);
if (values.out) {
  fs.copyFileSync(vsix, path.join(folder, path.basename(vsix)));
  fs.writeFileSync(path.join(folder, sbomName()), `${JSON.stringify(await billOfMaterials(), null, 2)}\n`);
  fs.writeFileSync(path.join(folder, 'notes.md'), notesOf(told.changelog, told.manifest.version) ?? '');
} else {
  fs.rmSync(folder, { recursive: true });
}
process.exitCode = problems.length > 0 ? 1 : 0;
