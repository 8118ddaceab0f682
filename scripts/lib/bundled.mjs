import path from 'node:path';
import { build } from 'esbuild';

/** What some TypeScript of this clone exports: `contents` re-exports it, read as if it lay in `folder`. */
export async function bundled(root, folder, contents) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents, resolveDir: path.join(root, folder), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
    alias: { yaml: './node_modules/yaml/browser/index.js' },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
