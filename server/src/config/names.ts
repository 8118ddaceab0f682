/** The file in a folder that says how its stories are reviewed. */
export const FOLDER_FILE = '.starwright.yaml';

/** The file in a folder that says, as a `.gitignore` does, which stories in it are left out. */
export const IGNORE_FILE = '.starwrightignore';

/** Folders in which nobody keeps stories: no search looks into them. */
export const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['node_modules', '.git', '.hg', '.svn', 'dist']);
