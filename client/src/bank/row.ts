import * as vscode from 'vscode';
import type { BankOverview } from '../../../server/src/lsp/protocol.js';
import type { Bank } from './bank.js';

/** What a row is about, for the commands in its menu. */
export interface About {
  /** The address of a story. */
  readonly story?: string;
  readonly framing?: string;
  /** The id of a kind of story. */
  readonly shape?: string;
  readonly question?: { readonly id: string; readonly text: string };
}

/** A row of one of the views. */
export interface Row {
  /** No other row of its view has it. */
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  /** The whole row as a screen reader says it. */
  readonly says: string;
  /** The name of a codicon; a group has none. */
  readonly icon?: string;
  readonly tooltip?: () => vscode.MarkdownString | string;
  /** Which menu it has. */
  readonly kind?: string;
  readonly command?: string;
  readonly about?: About;
  /** Made when the row is opened. */
  readonly children?: () => Row[];
  readonly expanded?: boolean;
}

/** One of the views: rows that are made of the overview, when they are asked for. */
export class RowView implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #bank: Bank;
  readonly #rows: (overview: BankOverview) => Row[] | Promise<Row[]>;
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly #listeners: vscode.Disposable[];
  readonly tree: vscode.TreeView<Row>;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(id: string, bank: Bank, rows: (overview: BankOverview) => Row[] | Promise<Row[]>) {
    this.#bank = bank;
    this.#rows = rows;
    this.tree = vscode.window.createTreeView(id, { treeDataProvider: this, showCollapseAll: true });
    this.#listeners = [
      this.tree,
      bank.watchedWhile(() => this.tree.visible),
      this.tree.onDidChangeVisibility(() => bank.lookedAt()),
      bank.onDidChange(() => this.redraw()),
    ];
  }

  /** Makes the rows anew. */
  redraw(): void {
    this.#changed.fire(undefined);
  }

  async getChildren(row?: Row): Promise<Row[]> {
    if (row) return row.children?.() ?? [];
    const overview = await this.#bank.overview();
    return overview ? this.#rows(overview) : [];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return itemOf(row);
  }

  resolveTreeItem(item: vscode.TreeItem, row: Row): vscode.TreeItem {
    item.tooltip = row.tooltip?.() ?? row.says;
    return item;
  }

  dispose(): void {
    this.#changed.dispose();
    for (const listener of this.#listeners) listener.dispose();
  }
}

/** A row as a tree shows it. */
function itemOf(row: Row): vscode.TreeItem {
  const item = new vscode.TreeItem(row.label, stateOf(row));
  item.id = row.id;
  item.accessibilityInformation = { label: row.says };
  if (row.icon !== undefined) item.iconPath = new vscode.ThemeIcon(row.icon);
  if (row.description !== undefined) item.description = row.description;
  if (row.kind !== undefined) item.contextValue = row.kind;
  if (row.command !== undefined) item.command = { command: row.command, title: row.label, arguments: [row] };
  return item;
}

function stateOf({ children, expanded = false }: Row): vscode.TreeItemCollapsibleState {
  const { None, Expanded, Collapsed } = vscode.TreeItemCollapsibleState;
  if (children === undefined) return None;
  return expanded ? Expanded : Collapsed;
}

/** What the row that a command was called on is about; nothing when it was called elsewhere. */
export function aboutOf(argument: unknown): About {
  return typeof argument === 'object' && argument !== null && 'about' in argument ? ((argument as Row).about ?? {}) : {};
}
