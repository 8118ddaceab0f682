import path from 'node:path';
import { addressOf, remoteUri } from '../../../scripts/lib/server.mjs';

const PATIENCE = 60_000;

/** A VS Code window in the browser, as a person uses it: by palette, keys, editor and panels. */
export class Workbench {
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

  constructor(page) {
    this.page = page;
    this.keyboard = page.keyboard;
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

  /** Runs a command by the name that the palette has for it. */
  async command(name) {
    await this.#pick(`>${name}`, name);
  }

  /** Runs a task of the workspace. */
  async runTask(label) {
    await this.#pick(`task ${label}`, label);
  }

  /** Opens a file of the workspace by name. */
  async openFile(name) {
    await this.#pick(name, name);
    await this.editor(name).waitFor();
  }

  /** Comes back to a file that is open. */
  async openTab(name) {
    await this.page.getByRole('tab', { name }).first().click();
    await this.editor(name).click();
  }

  /** The palette lists what it knows when it opens, and in a young window that is not everything yet. It can close again before the click. */
  async #pick(query, name) {
    const row = this.rows.filter({ hasText: name }).first();
    await this.#again(async (timeout) => {
      await this.#palette(query);
      await row.click({ timeout });
    }, () => this.keyboard.press('Escape'));
  }

  /** Picks a row of the list that VS Code is showing, found by typing, for a long list is drawn in part. */
  async choose(text) {
    await this.rows.first().waitFor();
    await this.input.fill(text);
    await this.rows.filter({ hasText: text }).first().click();
  }

  /** Types an answer into the box that VS Code is showing, and confirms it. */
  async answer(text) {
    await this.input.fill(text);
    await this.input.press('Enter');
  }

  /** Waits until VS Code asks something, by what its empty box says. */
  async asked(placeholder) {
    await this.page.locator(`.quick-input-widget .quick-input-box input[placeholder^="${placeholder}"]`).waitFor();
  }

  get input() {
    return this.page.locator('.quick-input-widget .quick-input-box input');
  }

  get rows() {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  /** An editor that opens or closes meanwhile takes the keyboard, and VS Code closes the palette. */
  async #palette(text, key = '') {
    await this.#again(async (timeout) => {
      await this.keyboard.press('F1');
      await this.input.waitFor({ timeout });
      await this.input.fill(text, { timeout });
      if (key) await this.input.press(key, { timeout });
    }, () => this.keyboard.press('Escape'));
  }

  /** Puts the cursor at a line and column, counted from one, and the keyboard into that editor. */
  async goTo(line, column = 1) {
    await this.#palette(`:${line}:${column}`, 'Enter');
    await this.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await this.page.locator('.monaco-editor.focused').first().waitFor();
    await this.page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  }

  /** Puts the cursor into the first place where an editor shows this text, as a click on it would. */
  async goToText(file, text) {
    await this.line(file, text).first().waitFor();
    await this.editor(file).click();
    await this.keyboard.press('ControlOrMeta+f');
    await this.page.locator('.find-widget.visible textarea').first().fill(text);
    await this.page.locator('.find-widget.visible .matchesCount', { hasText: '1 of' }).waitFor();
    await this.keyboard.press('Escape');
    await this.page.locator('.monaco-editor.focused').first().waitFor();
  }

  /** Puts the cursor at the end of an editor. */
  async goToEnd(file) {
    await this.editor(file).click();
    await this.page.locator('.monaco-editor.focused').first().waitFor();
    await this.keyboard.press('ControlOrMeta+End');
  }

  /** The row of the Problems panel for a finding. */
  problem(code) {
    return this.page.locator('.markers-panel .monaco-list-row').filter({ hasText: code }).first();
  }

  /** Goes from the Problems panel to where a finding is. */
  async goToProblem(code) {
    await this.problems();
    await this.problem(code).dblclick();
    await this.page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
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
    const action = this.#quickFix(title);
    await this.#untilSeen(action, () => this.keyboard.press(key), () => this.keyboard.press('Escape'));
    return action;
  }

  async #applyAction(title) {
    const chosen = this.page.locator('.action-widget .monaco-list-row.action.focused', { hasText: title });
    await this.#untilSeen(chosen, () => this.keyboard.press('ArrowDown'), undefined, { tries: 30, wait: () => 100 });
    await this.keyboard.press('Enter');
    await this.#quickFix(title).waitFor({ state: 'hidden' });
  }

  #quickFix(title) {
    return this.page.locator('.action-widget .monaco-list-row.action').filter({ hasText: title }).first();
  }

  /** Opens the suggestions at the cursor and waits for one with this text. */
  async suggestion(text) {
    const row = this.page.locator('.suggest-widget.visible .monaco-list-row').filter({ hasText: text }).first();
    await this.#untilSeen(row, () => this.keyboard.press('Control+Space'), () => this.keyboard.press('Escape'));
    return row;
  }

  /** Opens the hover at the cursor and waits until it says this. */
  async hover(text) {
    const hover = this.page.locator('.monaco-hover:visible').filter({ hasText: text }).first();
    await this.#untilSeen(hover, () => this.command('Show or Focus Hover'), () => this.keyboard.press('Escape'));
    return hover;
  }

  /** Follows a link in the hover at the cursor that says `text`; `look` is called while it is open. */
  async followLink(text, link, look) {
    await this.hover(text);
    await look?.();
    await this.page.locator('.monaco-hover:visible a', { hasText: link }).first().click();
  }

  /** Opens the Problems panel and gives its rows. */
  async problems() {
    await this.command('Problems: Focus on Problems View');
    await this.page.locator('.markers-panel').first().waitFor();
    return this.page.locator('.markers-panel .monaco-list-row');
  }

  /** Saves the active editor and waits until VS Code has. */
  async save() {
    await this.keyboard.press('ControlOrMeta+s');
    await this.page.locator('.tab.active:not(.dirty)').waitFor();
  }

  /** Opens the menu of what has the keyboard and goes to an entry of it. A young window's menus are not complete yet. */
  async openMenuAt(entry) {
    await this.#untilSeen(this.page.getByRole('menuitem', { name: entry }), () => this.keyboard.press('Shift+F10'), () => this.keyboard.press('Escape'));
    const focused = this.page.locator('.monaco-menu .action-item.focused', { hasText: entry });
    await this.#untilSeen(focused, () => this.keyboard.press('ArrowDown'), undefined, { tries: 40, wait: () => 100 });
  }

  async #untilSeen(locator, act, undo, options) {
    if (await locator.isVisible()) return;
    await this.#again(async (timeout) => {
      await act();
      await locator.waitFor({ timeout });
    }, undo, options);
  }

  /**
   * A key can get lost while VS Code is busy, so it is pressed again until it has its effect. It is waited for longer each time:
   * on a busy machine a second press ends what the first has begun.
   */
  async #again(attempt, undo, { tries = 5, wait = (nth) => 5000 * nth } = {}) {
    for (let nth = 1; ; nth++) {
      try {
        return await attempt(wait(nth));
      } catch (error) {
        if (nth === tries) throw error;
        await undo?.();
      }
    }
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
