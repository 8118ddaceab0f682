/** The file in a folder that says how its stories are reviewed. */
export const FOLDER_FILE = '.starwright.yaml';
