import { readFileSync } from 'node:fs';

interface Manifest {
  readonly version: string;
  readonly repository?: { readonly url: string };
}

/** This product's own `package.json`. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Manifest;
}

/** The public address of the folder with one page for each finding code; undefined while there is none. */
export function publicPages({ version, repository }: Manifest): string | undefined {
  const host = /^(?:git\+)?(https:\/\/github\.com\/[^/]+\/[^/]+?)(?:\.git)?$/.exec(repository?.url ?? '')?.[1];
  return host === undefined ? undefined : `${host}/blob/v${version}/docs/rules`;
}
