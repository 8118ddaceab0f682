import type * as vscode from 'vscode';

/** As much of the built-in Git extension as is used here. It runs git; this extension never does. */
export interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): Git;
}

export interface Git {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: vscode.Event<Repository>;
  readonly onDidCloseRepository: vscode.Event<Repository>;
}

export interface Repository {
  readonly rootUri: vscode.Uri;
  readonly state: { readonly remotes: readonly { readonly fetchUrl?: string; readonly pushUrl?: string }[]; readonly onDidChange: vscode.Event<void> };
  /** Which of these paths are ignored. */
  checkIgnore(paths: string[]): Promise<Set<string>>;
}

/** Hosts on which a repository is public unless somebody has made it private. */
const PUBLIC_HOSTS = /^(?:www\.|ssh\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com|sourceforge\.net|git\.sr\.ht|notabug\.org)$/i;

/** The public host that a repository is pushed to; undefined where there is none. */
export function publicHostOf({ state }: Repository): string | undefined {
  const urls = state.remotes.map(({ pushUrl, fetchUrl }) => pushUrl ?? fetchUrl ?? '');
  return urls.map(hostOf).find((host) => PUBLIC_HOSTS.test(host));
}

/** "git@host:owner/name" and "https://user@host/owner/name" alike. */
function hostOf(url: string): string {
  return /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^:/]+)/i.exec(url)?.[1] ?? '';
}
