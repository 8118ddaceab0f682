import * as vscode from 'vscode';
import type { WorkspaceEdit } from 'vscode-languageclient/browser';
import { ADD_FOLLOW_UPS_REQUEST, FOLLOW_UPS_REQUEST, type AddFollowUpsParams, type FollowUpList, type FollowUpRow, type FollowUpsParams } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { reveal, toRange } from '../evidence/places.js';
import type { StoryInFront } from '../time/activeStory.js';
import { followUpItem, groupItem, groupsOf, type FollowUpGroup } from './followUpItem.js';

const VIEW = 'starwright.followUps';

/** Set while the view shows a question that is not prepared. */
const OPEN_QUESTIONS = 'starwright.openFollowUps';

type Node = FollowUpGroup | FollowUpRow;

/** The story and telling whose questions are shown. */
interface Shown {
  readonly document: vscode.TextDocument;
  readonly list: FollowUpList;
  readonly telling: number;
}

/** "What would they ask next?": the questions that the telling in front raises. Asks the server only while it can be seen. */
export class FollowUpsView implements vscode.Disposable, vscode.TreeDataProvider<Node> {
  readonly #server: StoryServer;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #view: vscode.TreeView<Node>;
  readonly #visibility: vscode.Disposable;
  readonly onDidChangeTreeData = this.#changed.event;
  #front: StoryInFront | undefined;
  #shown: Shown | undefined;
  #asked = 0;

  constructor(server: StoryServer) {
    this.#server = server;
    this.#view = vscode.window.createTreeView(VIEW, { treeDataProvider: this });
    this.#visibility = this.#view.onDidChangeVisibility(() => void this.#look());
  }

  /** Follows what is in front. */
  show(front: StoryInFront | undefined): void {
    this.#front = front;
    void this.#look();
  }

  /** Goes to the sentence that raises a question; stays in the view where none does. */
  async goTo(row: FollowUpRow): Promise<void> {
    const shown = this.#shown;
    if (!shown || !row.range) return;
    reveal(await vscode.window.showTextDocument(shown.document), toRange(row.range));
  }

  /** Writes a question, or all that are not prepared, under the story's Follow-ups: one edit, so that one Undo takes it back. */
  async add(row?: FollowUpRow): Promise<void> {
    const shown = this.#shown;
    if (!shown) return;
    const { document, list, telling } = shown;
    const ids = (row ? [row] : openIn(shown)).map(({ id }) => id);
    const params: AddFollowUpsParams = { textDocument: { uri: document.uri.toString() }, version: list.version, telling, ids };
    const edit = await this.#server.ask<WorkspaceEdit | null>(ADD_FOLLOW_UPS_REQUEST, params);
    const client = await this.#server.running();
    const converted = edit && (await client?.protocol2CodeConverter.asWorkspaceEdit(edit));
    if (converted) await vscode.workspace.applyEdit(converted);
  }

  getChildren(node?: Node): Node[] {
    if (!node) return groupsOf(questionsOf(this.#shown));
    return 'followUps' in node ? [...node.followUps] : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return 'followUps' in node ? groupItem(node) : followUpItem(node);
  }

  dispose(): void {
    this.#visibility.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  async #look(): Promise<void> {
    if (!this.#view.visible) return;
    const asked = ++this.#asked;
    const front = this.#front;
    const document = vscode.window.activeTextEditor?.document;
    const params: FollowUpsParams | undefined = front && document && { textDocument: { uri: document.uri.toString() } };
    const list = params && (await this.#server.peek<FollowUpList | null>(FOLLOW_UPS_REQUEST, params));
    // Meanwhile something else may be in front, or the text another one: then there is a look to come.
    if (asked !== this.#asked || (list && list.version !== document?.version)) return;
    this.#shown = front && document && list ? { document, list, telling: front.glance.tellings.indexOf(front.telling) } : undefined;
    this.#say();
  }

  #say(): void {
    const shown = this.#shown;
    const framing = shown?.list.tellings[shown.telling]?.title;
    this.#view.description = framing ?? shown?.list.title ?? '';
    this.#view.message = shown && questionsOf(shown).length === 0 ? vscode.l10n.t('Nothing yet: write what you did, and the questions that follow from it appear here.') : '';
    void vscode.commands.executeCommand('setContext', OPEN_QUESTIONS, shown !== undefined && openIn(shown).length > 0);
    this.#changed.fire();
  }
}

function questionsOf(shown: Shown | undefined): readonly FollowUpRow[] {
  return shown?.list.tellings[shown.telling]?.followUps ?? [];
}

function openIn(shown: Shown): readonly FollowUpRow[] {
  return questionsOf(shown).filter(({ prepared }) => !prepared);
}
