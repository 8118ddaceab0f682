import * as vscode from 'vscode';

/**
 * Writes a text to a place that a person chose, in place of what was there: whole, or not at all. It stands beside the place until
 * it takes its name. Rejects where that cannot be done; then what was there is still there.
 */
export async function writeWhole(target: vscode.Uri, text: string): Promise<void> {
  const { fs } = vscode.workspace;
  const bytes = new TextEncoder().encode(text);
  const type = await fs.stat(target).then((found) => found.type, () => vscode.FileType.Unknown);
  // A link would be replaced by a file.
  if ((type & vscode.FileType.SymbolicLink) !== 0) return fs.writeFile(target, bytes);
  const beside = vscode.Uri.joinPath(target, '..', `.starwright.${Math.random().toString(36).slice(2)}.part`);
  try {
    await fs.writeFile(beside, bytes);
    await fs.rename(beside, target, { overwrite: true });
  } catch (error) {
    await fs.delete(beside).then(undefined, () => undefined);
    throw error;
  }
}
