/** What a failed file operation means in plain words. */
export function plainReason(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file or folder. Check the path.';
    case 'EACCES':
    case 'EPERM':
      return 'it may not be read or written. Check its permissions.';
    case 'EROFS':
      return 'it lies where nothing can be written. Choose another place.';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'there is no room left on its disk. Make room and try again.';
    case 'EIO':
      return 'its disk does not answer as it should. Try again, and save a copy elsewhere.';
    case 'EMFILE':
    case 'ENFILE':
      return 'too many files are open on this machine. Close some programs and try again.';
    case 'EISDIR':
      return 'it is a folder, not a file.';
    case 'ENOTDIR':
      return 'part of its path is a file, not a folder. Check the path.';
    case 'ELOOP':
      return 'its links lead in a circle. Check the path.';
    case 'ENAMETOOLONG':
      return 'its name is too long. Choose a shorter one.';
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'it is too large to be a story.';
    default:
      return `${error instanceof Error ? error.message : String(error)}.`;
  }
}
