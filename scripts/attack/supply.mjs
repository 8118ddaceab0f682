// The supply chain: what is installed, why, under which licence, what becomes of it, and that the same comes out wherever it is built.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { importsFile } from '../lib/imports.mjs';
import { reaching, shippedCode } from '../lib/network.mjs';
import { NOTICES } from '../lib/notices.mjs';
import { must, npm, run } from '../lib/run.mjs';
import { billOfMaterials, shipped } from '../lib/sbom.mjs';
import { disagreeing, inexact, MAY_SHIP, packagesOf, unexplained, unlicensed, uses, within } from '../lib/supply.mjs';

/** Runs the part; see scripts/attack.mjs. */
export async function attack(root, { soak, progress }) {
  const json = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8'));
  const [lock, manifest] = [json('package-lock.json'), json('package.json')];
  const notes = [];
  progress('the lock file, licences and bundles');
  const rows = lockRows(root, lock, manifest);
  progress('two builds in two folders');
  rows.push(await sameBuilds(root));
  rows.push(await bill(lock));
  progress('known weaknesses');
  const audit = await audited(root, packagesOf(lock).length);
  if (typeof audit === 'string') notes.push(audit);
  else rows.push(audit);
  if (soak) rows.push(await freshInstall(root, lock));
  else notes.push('A fresh `npm ci` is compared with the lock file in the soak.');
  return { rows, note: [...notes, `${shipped().length} of the ${packagesOf(lock).length} packages ship, as code inside the bundles; none is installed with the product. ${asked(root)}`].join('\n') };
}

function lockRows(root, lock, manifest) {
  const count = packagesOf(lock).length;
  const direct = Object.keys(manifest.devDependencies);
  const { count: used, loose } = uses(root);
  const installed = Object.entries(JSON.parse(fs.readFileSync(path.join(root, 'node_modules/.package-lock.json'), 'utf8')).packages);
  const other = installed.filter(([place, { version, integrity }]) => lock.packages[place]?.version !== version || lock.packages[place].integrity !== integrity);
  return [
    { what: 'packages of the lock file: a version, a SHA-512 hash, and no source but the registry', times: count, broke: [...inexact(lock), ...disagreeing(manifest, lock)] },
    { what: 'packages that are installed here: those of the lock file', times: installed.length, broke: other.map(([place]) => place) },
    { what: 'direct dependencies: a reason in docs/architecture.md', times: direct.length, broke: unexplained(manifest, fs.readFileSync(path.join(root, 'docs/architecture.md'), 'utf8')) },
    { what: 'licences of all packages, for building', times: count, broke: unlicensed(lock) },
    { what: 'licences of the packages in the bundles, for shipping', times: shipped().length, broke: shipped().filter(({ licence }) => !within(licence, MAY_SHIP)).map(({ name, licence }) => `${name}: ${licence}`) },
    { what: 'bundles: no module or name that reaches a network', times: shippedCode(root).length, broke: reaching(root) },
    { what: 'actions and programs that the workflows use: named by commit or version', times: used, broke: loose },
  ];
}

/** Builds and packs two copies, in folders of other names and depths, in other time zones and languages, and compares every file. */
async function sameBuilds(root) {
  const work = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'starwright-supply-')));
  try {
    const places = [
      { folder: path.join(work, 'a'), env: { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' } },
      { folder: path.join(work, 'somewhere/quite else'), env: { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' } },
    ];
    const made = [];
    for (const place of places) made.push(await builtIn(root, place));
    const names = new Set(made.flatMap((files) => [...files.keys()]));
    const broke = [...names].filter((name) => made[0].get(name) !== made[1].get(name)).map((name) => `${name} differs`);
    return { what: 'files of two builds in two folders, time zones and languages, and the two packages made of each: one hash', times: names.size, broke };
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** Builds a copy of the clone in a folder; the hash of each file by name. */
async function builtIn(root, { folder, env }) {
  fs.mkdirSync(folder, { recursive: true });
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, quiet: true });
  for (const file of stdout.split('\0').filter((name) => name !== '' && fs.existsSync(path.join(root, name)))) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.copyFileSync(path.join(root, file), path.join(folder, file));
  }
  await linked(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const options = { cwd: folder, quiet: true, env: { ...process.env, ...env } };
  await must(process.execPath, ['scripts/build.mjs'], options);
  await must(process.execPath, ['-e', "import('./scripts/lib/package.mjs').then(({ packageExtension }) => packageExtension())"], options);
  await must(process.execPath, ['-e', `import('./scripts/lib/npmPackage.mjs').then(({ packNpm }) => packNpm(${JSON.stringify(folder)}))`], options);
  const names = fs.readdirSync(path.join(folder, 'dist'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const packages = fs.readdirSync(folder).filter((name) => /\.(vsix|tgz)$/.test(name)).map((name) => path.join(folder, name));
  return new Map([...names, ...packages, path.join(folder, NOTICES), importsFile(folder)].map((file) => [path.relative(folder, file), createHash('sha256').update(fs.readFileSync(file)).digest('hex')]));
}

/** The same files in another folder: links where they can be made, else copies. */
async function linked(from, to) {
  const { code } = await run('cp', ['-al', from, to], { quiet: true }).catch(() => ({ code: 1 }));
  if (code === 0) return;
  fs.rmSync(to, { recursive: true, force: true });
  fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true });
}

async function bill(lock) {
  const [one, two] = [await billOfMaterials(), await billOfMaterials()];
  const broke = [
    ...(JSON.stringify(one) === JSON.stringify(two) ? [] : ['two bills differ']),
    ...one.components.filter(({ hashes }) => !hashes).map(({ name }) => `${name} has no hash`),
    ...shipped().filter(({ name, version }) => !one.components.some((each) => each.name === name && each.version === version && each.scope === 'required')).map(({ name }) => `${name} ships and is not required`),
    ...(one.components.length > packagesOf(lock).length / 2 ? [] : ['the bill names too few']),
  ];
  return { what: 'components of the bill of materials: hash, licence, whether they ship', times: one.components.length, broke };
}

/** What the registry knows of weaknesses: a row, or why it was not asked. */
async function audited(root, times) {
  const { stdout, stderr } = await run('npm', ['audit', '--json', '--audit-level=low'], { cwd: root, quiet: true, shell: process.platform === 'win32' });
  const answer = parsed(stdout);
  if (answer?.vulnerabilities === undefined) {
    const why = (answer?.message ?? stderr.split('\n')[0] ?? '').replace(/\s+/g, ' ').trim();
    return `Known weaknesses were **not tried**: the registry here does not answer \`npm audit\` (${why}).`;
  }
  const ours = new Set(shipped().map(({ name }) => name));
  const found = Object.values(answer.vulnerabilities);
  return { what: 'packages: known weaknesses', times, broke: found.map(({ name, severity }) => `${name}: ${severity}${ours.has(name) ? ', and it ships' : ''}`) };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Installs from the lock file into an empty folder, and compares. */
async function freshInstall(root, lock) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'starwright-install-'));
  try {
    for (const file of ['package.json', 'package-lock.json']) fs.copyFileSync(path.join(root, file), path.join(folder, file));
    await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'], { cwd: folder, quiet: true });
    const installed = Object.entries(JSON.parse(fs.readFileSync(path.join(folder, 'node_modules/.package-lock.json'), 'utf8')).packages);
    const changed = fs.readFileSync(path.join(folder, 'package-lock.json'), 'utf8') === fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8') ? [] : ['the lock file was changed'];
    return { what: 'packages of a fresh `npm ci`: those of the lock file', times: installed.length, broke: [...changed, ...installed.filter(([place, { version, integrity }]) => lock.packages[place]?.version !== version || lock.packages[place].integrity !== integrity).map(([place]) => place)] };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** What the bundles ask Node for, by bundle. */
function asked(root) {
  const imports = JSON.parse(fs.readFileSync(importsFile(root), 'utf8'));
  const groups = { 'dist/extension.cjs and dist/web/extension.js': /^dist\/(web\/)?extension/, 'dist/server.cjs and dist/web/server.js': /^dist\/(web\/)?server/, 'the command line': /^dist\/cli/, 'the library': /^dist\/index/, 'the page of the rehearsal': /^dist\/rehearse/ };
  const of = (pattern) => [...new Set(Object.entries(imports).filter(([file]) => pattern.test(file)).flatMap(([, names]) => names))].filter((name) => !name.startsWith('.')).map((name) => name.replace('node:', '')).sort();
  return `Modules that the bundles ask for: ${Object.entries(groups).map(([what, pattern]) => `${what}: ${[...new Set(of(pattern))].join(', ') || 'none'}`).join('; ')}.`;
}
