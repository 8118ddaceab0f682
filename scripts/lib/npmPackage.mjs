import { writeDeclarations } from './declarations.mjs';
import { root } from './paths.mjs';
import { npm } from './run.mjs';

/** Packs what `build` made as `npm pack` does; gives `{ filename, size, unpackedSize, files: [{ path, size }] }`, sizes in bytes. */
export async function packNpm(folder) {
  await writeDeclarations();
  const { stdout } = await npm(['pack', '--ignore-scripts', '--json', '--loglevel=error', '--pack-destination', folder], { cwd: root, quiet: true });
  const [packed] = Object.values(JSON.parse(stdout));
  return packed;
}
