import fs from 'node:fs';
import path from 'node:path';
import { manifest, root } from './paths.mjs';
import { NOTICES } from './notices.mjs';
import { npm } from './run.mjs';

/** What a bill of materials is called that lies beside the packages. */
export const sbomName = () => `${manifest().name}-${manifest().version}.cdx.json`;

/**
 * The software bill of materials, as CycloneDX: every package of the lock file, with its hash and licence. What ships, because its code
 * is in a bundle (the notices name it), is `required`; what only builds and tests is `excluded`. Twice the same for the same lock file.
 */
export async function billOfMaterials() {
  // npm 10.2 and newer, which every Node has that this is built with
  const { stdout } = await npm(['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application', '--loglevel=error'], { cwd: root, quiet: true });
  const { serialNumber: _serial, metadata: { timestamp: _time, ...metadata }, components, ...bill } = JSON.parse(stdout);
  const ships = new Set(shipped().map(({ name, version }) => `${name}@${version}`));
  return {
    ...bill,
    // npm calls it by the folder it lies in
    metadata: { ...metadata, component: { ...metadata.component, name: manifest().name } },
    components: components.map((component) => ({ ...component, scope: ships.has(`${component.name}@${component.version}`) ? 'required' : 'excluded' })),
  };
}

/** The packages that the notices name, which the build writes: those whose code is in a bundle. */
export function shipped() {
  const notices = fs.readFileSync(path.join(root, NOTICES), 'utf8').split(`\n${'-'.repeat(80)}\n\n`).slice(1);
  return notices.map((notice) => /^(?<name>\S+) (?<version>\S+) \((?<licence>.+)\)\n/.exec(notice).groups);
}
