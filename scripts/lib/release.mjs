import { NOTICES } from './notices.mjs';
import { root, tool } from './paths.mjs';
import { node } from './run.mjs';

/** What disagrees about the version, in plain words; more is asked of a release, which is what has a `tag`. */
export function problemsOf({ manifest, lock, changelog, tag }) {
  const { version } = manifest;
  const newest = /^## (\d\S*)/m.exec(changelog)?.[1];
  const problems = [];
  if (lock.version !== version || lock.packages[''].version !== version) problems.push(`package-lock.json says ${lock.version} and package.json ${version}: run npm install.`);
  if (newest !== version) problems.push(`The newest heading of CHANGELOG.md is ${newest}, and package.json says ${version}.`);
  if (tag === undefined) return problems;
  if (tag !== `v${version}`) problems.push(`The tag is ${tag}, and package.json says ${version}.`);
  if (notesOf(changelog, 'Unreleased')) problems.push(`CHANGELOG.md still has lines under Unreleased: they belong under ${version}.`);
  if (!notesOf(changelog, version)) problems.push(`CHANGELOG.md says nothing about ${version}.`);
  if (!manifest.repository) problems.push('package.json has no "repository": npm proves where a package comes from by it, and the Marketplace resolves the pictures of the README.');
  return problems;
}

/** What the changelog says under a heading, trimmed; undefined without the heading or a line. */
export function notesOf(changelog, heading) {
  const part = changelog.split(/^## /m).find((each) => each.split('\n')[0].trim().split(' ')[0] === heading);
  return part?.slice(part.indexOf('\n')).trim() || undefined;
}

const IN_NPM = /^((dist\/)?package\.json|README\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY-NOTICES\.txt|dist\/(cli(-[\w-]+)?|index)\.js|dist\/rubric\/[\w-]+\.json|dist\/declarations\/[\w/-]+\.d\.ts|docs\/(library|privacy)\.md|docs\/rules\/[\w-]+\.md)$/;
const NEEDED_BY_NPM = ['package.json', 'README.md', 'LICENSE', NOTICES, 'dist/cli.js', 'dist/cli-check.js', 'dist/cli-worker.js', 'dist/index.js', 'dist/rubric/compiled.json', 'dist/declarations/library/index.d.ts', 'docs/rules/no-tradeoff.md'];
const NOT_IN_VSIX = /^(test|scripts|server|client|node_modules|training|rubrics|examples)\/|\.(map|ts|tgz)$|^dist\/(cli|index|declarations|types)/;
const NEEDED_BY_VSIX = ['package.json', 'package.nls.de.json', 'README.md', 'LICENSE', NOTICES, 'icon.png', 'dist/extension.cjs', 'dist/server.cjs'];

/** What does not belong into the npm package, or is missing there. */
export const wrongInNpm = (files) => wrong('npm', files, (file) => IN_NPM.test(file), NEEDED_BY_NPM);

/** What does not belong into the .vsix, or is missing there. */
export const wrongInVsix = (files) => wrong('.vsix', files, (file) => !NOT_IN_VSIX.test(file), NEEDED_BY_VSIX);

function wrong(where, files, belongs, needed) {
  const surplus = files.filter((file) => !belongs(file)).map((file) => `${where}: ${file} does not belong there.`);
  return [...surplus, ...needed.filter((file) => !files.includes(file)).map((file) => `${where}: ${file} is missing.`)];
}

/** The files that vsce packs, by path below the clone. */
export async function vsixFiles() {
  const { stdout } = await node(tool('@vscode/vsce/vsce'), ['ls', '--no-dependencies'], { cwd: root, quiet: true });
  return stdout.trim().split('\n').map((file) => file.trim());
}
