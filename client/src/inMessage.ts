/**
 * Words of a file, a story or a rubric in a notification, a prompt or a status item, on one line: VS Code makes links of `[text](command:…)` there, and
 * follows them to any command. Nothing in these words is one, and no icon is drawn from them.
 */
export function inMessage(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\]\(/g, '] (').replace(/\$\(/g, '$ (');
}
