import fs from 'node:fs';
import path from 'node:path';

/** What asks for no more than its notice. */
export const MAY_SHIP = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'];
/** Besides, what may be used to build and test. */
const MAY_BUILD = ['MPL-2.0', 'Python-2.0', 'Artistic-2.0', 'WTFPL', 'CC0-1.0', 'CC-BY-3.0', 'Zlib'];
/** What the lock file does not say, or says in a file of its own, after it was read. */
const KNOWN = {
  format: 'MIT, says its package.json in an old field',
  '@vscode/vsce-sign': 'Microsoft\'s; part of its packaging tool and not shipped',
};

/** Whether one of the licences to choose from, or all that hold together, are among these. */
export const within = (licence, allowed) => (licence ?? '').replace(/[()]/g, '').split(' OR ').some((choice) => choice.split(' AND ').every((each) => allowed.includes(each)));

/** The name of a package by its place in a lock file. */
const nameAt = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The packages of a lock file, as `[place, entry]`, without our own. */
export const packagesOf = (lock) => Object.entries(lock.packages).filter(([place]) => place !== '');

/** The packages whose licence does not let us build and test with them. */
export function unlicensed(lock) {
  const known = (name) => Object.keys(KNOWN).some((each) => name === each || name.startsWith(`${each}-`));
  const unclear = packagesOf(lock).filter(([place, { license }]) => !known(nameAt(place)) && !within(license, [...MAY_SHIP, ...MAY_BUILD]));
  return unclear.map(([place, { license }]) => `${nameAt(place)}: ${license}`);
}

/** What in a lock file leaves open which bytes are installed, or takes them from elsewhere than the registry. */
export function inexact(lock) {
  const wrong = ([place, { integrity, resolved, link, version, inBundle }]) => {
    if (link) return 'is a link';
    if (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')) return `comes from ${resolved}`;
    if (!/^sha512-[\w+/]{86}==$/.test(integrity ?? '') && !inBundle) return `has the hash ${integrity}`;
    return /^\d+\.\d+\.\d+/.test(version) ? undefined : `has the version ${version}`;
  };
  const version = lock.lockfileVersion === 3 ? [] : [`The lock file has the version ${lock.lockfileVersion}.`];
  return [...version, ...packagesOf(lock).flatMap((entry) => (wrong(entry) ? [`${nameAt(entry[0])} ${wrong(entry)}`] : []))];
}

/** Where the lock file and package.json ask for different direct dependencies. */
export function disagreeing(manifest, lock) {
  const asked = Object.entries(manifest.devDependencies);
  const locked = lock.packages[''].devDependencies;
  return [...new Set([...asked.map(([name]) => name), ...Object.keys(locked)])].filter((name) => manifest.devDependencies[name] !== locked[name]);
}

/** The direct dependencies for which the table of docs/architecture.md gives no reason. Types come with what they describe. */
export function unexplained(manifest, architecture) {
  const table = architecture.slice(architecture.indexOf('\n## Dependencies\n'));
  const cells = [...table.matchAll(/^\| (`.+?) \| \S/gm)].map(([, cell]) => cell);
  const named = new Set(cells.flatMap((cell) => {
    const names = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
    return names.map((name) => (name.startsWith('-') ? `${names[0]}${name}` : name));
  }));
  return Object.keys(manifest.devDependencies).filter((name) => !name.startsWith('@types/') && !named.has(name));
}

/** The lines of the workflows and of our own action that use something by a name that can come to mean something else; and how many there are. */
export function uses(root) {
  const folder = path.join(root, '.github/workflows');
  const files = [...fs.readdirSync(folder).map((name) => path.join(folder, name)), path.join(root, 'action.yml')];
  const lines = files.flatMap((file) => fs.readFileSync(file, 'utf8').split('\n').map((line) => [path.relative(root, file), line]));
  const actions = lines.flatMap(([file, line]) => [...line.matchAll(/\buses: (\S+)/g)].map(([, used]) => [file, used])).filter(([, used]) => !used.startsWith('./'));
  const programs = lines.flatMap(([file, line]) => [...line.matchAll(/\bnpx --yes (\S+)/g)].map(([, used]) => [file, used]));
  const loose = [...actions.filter(([, used]) => !/^[\w./-]+@[0-9a-f]{40}$/.test(used)), ...programs.filter(([, used]) => !/.@\d+\.\d+\.\d+$/.test(used))];
  return { count: actions.length + programs.length, loose: loose.map(([file, used]) => `${file} uses ${used}`) };
}
