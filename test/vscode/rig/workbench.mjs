import path from 'node:path';
import { addressOf, remoteUri } from '../../../scripts/lib/server.mjs';
import { again, until } from './patience.mjs';
import { QuickInput } from './quickInput.mjs';

const PATIENCE = 60_000;

/** What has the keyboard in an editor that has it. */
const KEYBOARD = ':is(.native-edit-context, textarea.inputarea)';

/** A VS Code window in the browser, as a person uses it: by palette, keys, editor and panels. */
export class Workbench extends QuickInput {
  /** Opens `folder`, and in it `file` if one is given, in `language` if one is given, and waits until VS Code has settled. */
  static async open(browser, server, { folder, file, language }) {
    const payload = file ? [['openFile', remoteUri(server, path.join(folder, file))]] : [];
    return Workbench.at(browser, addressOf(server, folder, payload), file, { language });
  }

  /** Opens an address and waits until VS Code has settled, and until `file` is open if one is given. `console` gets what the page logs. */
  static async at(browser, address, file, { language, console }) {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
    if (language) await context.addInitScript(speak, language);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    if (console) page.on('console', (message) => console(`[${message.type()}] ${message.text()}`));
    await page.goto(address, { waitUntil: 'commit' });
    await page.locator('.monaco-workbench').waitFor();
    await page.waitForFunction(() => performance.getEntriesByName('code/LifecyclePhase/Restored').length > 0);
    const workbench = new Workbench(page);
    if (file) await workbench.editor(file).waitFor();
    return workbench;
  }

  /** The editor that shows a file, found by how its path ends. */
  editor(file) {
    return this.page.locator(`.editor-instance .monaco-editor[data-uri$="${file}"]`).first();
  }

  /** The wavy lines of one severity in an editor: error, warning, info or hint. */
  squiggles(file, severity) {
    return this.editor(file).locator(`.squiggly-${severity}`);
  }

  /** A visible line of an editor with this text. VS Code draws every space as one that does not break. */
  line(file, text) {
    return this.editor(file).locator('.view-line').filter({ hasText: new RegExp(escaped(text).replaceAll(' ', '\\s')) });
  }

  /** Opens a file of the workspace by name. */
  async openFile(name) {
    await this.pick(name, name);
    await this.#hasKeyboard(name);
  }

  /** Comes back to a file that is open. */
  async openTab(name) {
    await this.page.getByRole('tab', { name }).first().click();
    await this.#hasKeyboard(name);
  }

  /** Puts the cursor at a line and column, counted from one, and the keyboard into that editor. */
  async goTo(line, column = 1) {
    await this.palette(`:${line}:${column}`, 'Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page.locator('.monaco-editor.focused').first().waitFor();
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Puts the cursor into the first place where an editor shows this text, as a click on it would. */
  async goToText(file, text) {
    await this.line(file, text).first().waitFor();
    const find = this.editor(file).locator('.find-widget.visible');
    await until(find, async () => {
      await this.into(file);
      await this.keyboard.press('ControlOrMeta+Home');
      await this.keyboard.press('ControlOrMeta+f');
    });
    await find.locator('textarea').first().fill(text);
    await find.locator('.matchesCount', { hasText: '1 of' }).waitFor();
    await until(find, () => find.locator('textarea').first().press('Escape'), { state: 'hidden' });
    await this.#hasKeyboard(file);
  }

  /** Puts the cursor at the end of an editor. */
  async goToEnd(file) {
    await this.into(file);
    await this.keyboard.press('ControlOrMeta+End');
  }

  /** Gives the keyboard to an editor. The cursor stays where it was: a click could meet a lens or a link. */
  async into(file) {
    await until(this.#withKeyboard(file), () => this.editor(file).locator(KEYBOARD).first().focus());
  }

  /** Waits until an editor has the keyboard, which VS Code gives to it after it has drawn it. */
  async #hasKeyboard(file) {
    await this.#withKeyboard(file).waitFor();
  }

  #withKeyboard(file) {
    return this.page.locator(`.editor-instance .monaco-editor.focused[data-uri$="${file}"]`).first();
  }

  /** Types into the editor that has the keyboard, once one has. */
  async type(text, options) {
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await this.keyboard.type(text, options);
  }

  /**
   * Presses a key until its effect is seen, or until `effect` is gone if `state` says so. Again only after long: where the machine was
   * slow, and no key lost, a second press does its work twice.
   */
  async press(key, effect, state = 'visible') {
    await until(effect, () => this.keyboard.press(key), { state, tries: 3, wait: (nth) => 15_000 * nth });
  }

  /** Takes back the last change in an editor. */
  async undo(file) {
    await this.into(file);
    await this.keyboard.press('ControlOrMeta+z');
  }

  /** The row of the Problems panel for a finding. */
  problem(code) {
    return this.page.locator('.markers-panel .monaco-list-row').filter({ hasText: code }).first();
  }

  /** Goes from the Problems panel to where a finding is. */
  async goToProblem(code) {
    await this.problems();
    // Rows move while a story is judged, and a click can meet another one.
    const selected = this.page.locator('.markers-panel .monaco-list-row.selected', { hasText: code });
    const there = this.page.locator('.monaco-workbench').filter({ has: selected }).locator('.editor-instance .monaco-editor.focused').first();
    await until(there, () => this.problem(code).dblclick());
  }

  /** A row of a view, by how a screen reader says it. */
  treeRow(says) {
    return this.page.getByRole('treeitem', { name: says }).first();
  }

  /** Opens the views of the bank by their icon, as a click on it does. */
  async openBank() {
    await this.page.locator('.activitybar').getByRole('tab', { name: 'Starwright' }).click();
    await this.page.locator('.pane-header', { hasText: 'Stories' }).waitFor();
  }

  /** A message in the corner. */
  toast(text) {
    return this.page.locator('.notification-toast .notification-list-item-message').filter({ hasText: text }).first();
  }

  /** Opens the quick fixes at the cursor and waits until the one with this title is among them. */
  async openQuickFixes(title) {
    return this.#openActions('ControlOrMeta+.', title);
  }

  /** Opens the refactorings of the selection and waits until the one with this title is among them. */
  async openRefactorings(title) {
    return this.#openActions('ControlOrMeta+Shift+r', title);
  }

  /** Applies the quick fix with this title, by keyboard: a menu that just opened can swallow a click. */
  async applyQuickFix(title) {
    await this.openQuickFixes(title);
    await this.#applyAction(title);
  }

  /** Applies the refactoring with this title, by keyboard. */
  async applyRefactoring(title) {
    await this.openRefactorings(title);
    await this.#applyAction(title);
  }

  async #openActions(key, title) {
    const action = this.quickFix(title);
    await until(action, () => this.keyboard.press(key), { undo: () => this.keyboard.press('Escape') });
    return action;
  }

  async #applyAction(title) {
    const chosen = this.page.locator('.action-widget .monaco-list-row.action.focused', { hasText: title });
    await until(chosen, () => this.keyboard.press('ArrowDown'), { tries: 30, wait: () => 100 });
    await this.press('Enter', this.quickFix(title), 'hidden');
  }

  /** The quick fix or refactoring with this title in the menu that is open. */
  quickFix(title) {
    return this.page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first();
  }

  /** Opens the suggestions at the cursor and waits for one with this text. */
  async suggestion(text) {
    const row = this.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: text }).first();
    await until(row, () => this.keyboard.press('Control+Space'), { undo: () => this.keyboard.press('Escape') });
    return row;
  }

  /** Opens the hover at the cursor and waits until it says this. */
  async hover(text) {
    const hover = this.page.locator('.monaco-hover:visible').filter({ hasText: text }).first();
    await until(hover, () => this.command('Show or Focus Hover'), { undo: () => this.keyboard.press('Escape') });
    return hover;
  }

  /** Follows a link in the hover at the cursor that says `text`; `look` is called while it is open. */
  async followLink(text, link, look) {
    await this.hover(text);
    await look?.();
    await again(async (timeout) => {
      await this.hover(text);
      await this.page.locator('.monaco-hover:visible a', { hasText: link }).first().click({ timeout });
    });
  }

  /** Opens the Problems panel and gives its rows. VS Code gives the keyboard to the panel after it has drawn it, and would take it from whatever comes next. */
  async problems() {
    await this.command('Problems: Focus on Problems View');
    await this.page.locator('.part:focus-within .markers-panel').first().waitFor();
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /** Saves the active editor and waits until VS Code has. */
  async save() {
    await again(async (timeout) => {
      await this.keyboard.press('ControlOrMeta+s');
      await this.page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor({ timeout });
    });
  }

  /** Opens the menu of what has the keyboard and goes to an entry of it. A young window's menus are not complete yet. */
  async openMenuAt(entry) {
    const item = this.page.getByRole('menuitem', { name: entry });
    await until(item, () => this.keyboard.press('Shift+F10'), { undo: () => this.keyboard.press('Escape') });
    const focused = this.page.locator('.monaco-menu .action-item.focused', { hasText: entry });
    await until(focused, () => this.keyboard.press('ArrowDown'), { tries: 40, wait: () => 100 });
  }
}

/**
 * Runs in the page, before VS Code: what the messages of a language pack begin with. Without the pack VS Code's own words
 * stay English, and it asks every extension for its words in that language.
 */
function speak(language) {
  globalThis._VSCODE_NLS_LANGUAGE = language;
}

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
