import * as vscode from 'vscode';
import { STORY_GLOB } from '../stories.js';
import { publicHostOf, type Git, type GitExtension, type Repository } from './git.js';
import { askAboutPublicStories, type PublicStories } from './publicStories.js';

/** Milliseconds without a change after which the repositories are looked at again. */
const SETTLED = 500;
/** So many stories of a workspace are asked about: one that is not ignored is enough. */
const MOST_ASKED = 200;
/** How often Git is asked about a story before it counts as not ignored. */
const TIMES_ASKED = 3;
const QUIET = 'starwright.publicRemote.quiet';

/** Says quietly, in the status bar, when stories are in a repository that is pushed to a public host and nothing ignores them. */
export class PublicRemote implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('starwright.publicRemote', vscode.StatusBarAlignment.Left, 0);
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[] = [this.#item, this.#changed];
  readonly #remotes = new Map<Repository, string>();
  #git: Git | undefined;
  #timer: NodeJS.Timeout | undefined;
  #looks = 0;
  #stories: PublicStories | undefined;

  /** The stories, or that there are none, have become others. */
  readonly onDidChange = this.#changed.event;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.#item.name = vscode.l10n.t('Starwright: Public Stories');
    this.#item.command = 'starwright.publicStories';
    this.#disposables.push(vscode.commands.registerCommand('starwright.publicStories', () => this.#ask()));
    void this.#start();
  }

  /** A line for a view of the stories; undefined where all is well. */
  get message(): string | undefined {
    return this.#stories && vscode.l10n.t('These stories may become public: this folder is pushed to {0}.', this.#stories.host);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #start(): Promise<void> {
    const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
    const exports = await extension?.activate().then((found: GitExtension) => found, () => undefined);
    if (!exports?.enabled) return;
    this.#git = exports.getAPI(1);
    const files = vscode.workspace.createFileSystemWatcher('**/{*.star.md,.gitignore}');
    const soon = (): void => this.#lookSoon();
    this.#disposables.push(files, files.onDidCreate(soon), files.onDidDelete(soon), files.onDidChange(({ path }) => path.endsWith('.gitignore') && soon()));
    this.#disposables.push(this.#git.onDidOpenRepository((repository) => this.#follow(repository)), this.#git.onDidCloseRepository(soon));
    for (const repository of this.#git.repositories) this.#follow(repository);
  }

  /** A repository changes with every file; only other remotes matter here. */
  #follow(repository: Repository): void {
    const remember = (): void => {
      const remotes = JSON.stringify(repository.state.remotes);
      if (this.#remotes.get(repository) === remotes) return;
      this.#remotes.set(repository, remotes);
      this.#lookSoon();
    };
    this.#disposables.push(repository.state.onDidChange(remember));
    remember();
  }

  #lookSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), SETTLED);
  }

  async #look(): Promise<void> {
    const look = ++this.#looks;
    const stories = await this.#find().catch(() => undefined);
    if (look !== this.#looks) return;
    this.#stories = stories;
    this.#show();
    this.#changed.fire();
  }

  async #find(): Promise<PublicStories | undefined> {
    const quiet = this.context.workspaceState.get<string[]>(QUIET, []);
    const open = (this.#git?.repositories ?? []).flatMap((repository) => {
      const host = publicHostOf(repository);
      return host === undefined || quiet.includes(repository.rootUri.toString()) ? [] : [{ repository, host }];
    });
    if (open.length === 0) return undefined;
    const files = await vscode.workspace.findFiles(STORY_GLOB, undefined, MOST_ASKED);
    for (const { repository, host } of open) {
      const inside = files.filter(({ path }) => path.startsWith(`${repository.rootUri.path}/`)).map(({ fsPath }) => fsPath);
      const count = await notIgnored(repository, inside);
      if (count > 0) return { root: repository.rootUri, host, count };
    }
    return undefined;
  }

  #show(): void {
    if (this.#stories === undefined) return this.#item.hide();
    const message = this.message!;
    this.#item.text = vscode.l10n.t('Stories may be public');
    this.#item.tooltip = message;
    this.#item.accessibilityInformation = { label: message };
    this.#item.show();
  }

  async #ask(): Promise<void> {
    if (this.#stories === undefined) return;
    const answer = await askAboutPublicStories(this.#stories, this.context.extensionUri);
    if (answer !== 'quiet') return this.#lookSoon();
    const quiet = this.context.workspaceState.get<string[]>(QUIET, []);
    await this.context.workspaceState.update(QUIET, [...quiet, this.#stories.root.toString()]);
    this.#lookSoon();
  }
}

/**
 * How many of these files nothing ignores. The Git extension answers when git has ended, and on a busy machine that can be before
 * all that git said has arrived: files are then missing among the ignored ones. So only what it says each time is believed.
 */
async function notIgnored(repository: Repository, files: string[]): Promise<number> {
  let left = files;
  for (let asked = 0; asked < TIMES_ASKED && left.length > 0; asked++) {
    const ignored = await repository.checkIgnore(left);
    left = left.filter((file) => !ignored.has(file));
  }
  return left.length;
}
