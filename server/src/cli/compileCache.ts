import module from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Lets Node (22.1 and newer) keep the compiled form of this program, and of nothing else, so that it starts sooner the next time. It
 * lies in the person's own cache folder: Node's default is a folder that anybody on the machine could have filled.
 */
export function keepCompiled(): void {
  const enable = (module as { enableCompileCache?: (folder: string) => unknown }).enableCompileCache;
  enable?.(join(cacheFolder(), 'starwright'));
}

function cacheFolder(): string {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
}
