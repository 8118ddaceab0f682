import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** JSON or JavaScript without characters that need more than a byte, which in a regular expression or a text are escaped. */
export function ascii(code) {
  return code.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Escapes what esbuild leaves in regular expressions: one such character in a bundle, and a process holds all of it in two bytes each.
 * @param folder with the bundles, folders in it included
 */
export async function writeInAscii(folder) {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.c?js$/.test(file)).map((file) => path.join(folder, file));
  await Promise.all(files.map(async (file) => {
    const code = await readFile(file, 'utf8');
    const plain = ascii(code);
    if (plain !== code) await writeFile(file, plain);
  }));
}
