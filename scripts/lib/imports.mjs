import fs from 'node:fs';
import path from 'node:path';

/** Where `npm run build` leaves what each bundle takes from outside: by file, the names of the modules. */
export const importsFile = (root) => path.join(root, 'artifacts/imports.json');

/** Writes what is not in the bundles that esbuild's `metafiles` describe, and is asked for when they run. */
export function writeImports(root, metafiles) {
  const outputs = metafiles.flatMap((each) => Object.entries(each.outputs));
  const asked = ({ imports }) => [...new Set(imports.filter(({ external }) => external).map(({ path: name }) => name))].sort();
  const byFile = Object.fromEntries(outputs.map(([file, output]) => [file, asked(output)]).sort());
  fs.mkdirSync(path.dirname(importsFile(root)), { recursive: true });
  fs.writeFileSync(importsFile(root), `${JSON.stringify(byFile, null, 2)}\n`);
}
