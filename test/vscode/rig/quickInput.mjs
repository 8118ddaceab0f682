import { again, until } from './patience.mjs';

/** Milliseconds for a click: one that is given up late may have been heard, and what it runs would run twice. */
const CLICK = 10_000;

/** The box at the top of a VS Code window: its palette, and the lists and questions that an extension shows in it. */
export class QuickInput {
  constructor(page) {
    this.page = page;
    this.keyboard = page.keyboard;
  }

  get input() {
    return this.page.locator('.quick-input-widget .quick-input-box input');
  }

  get rows() {
    return this.page.locator('.quick-input-list .monaco-list-row');
  }

  /** Runs a command by the name that the palette has for it. */
  async command(name) {
    await this.pick(`>${name}`, name);
  }

  /** Runs a task of the workspace. */
  async runTask(label) {
    await this.pick(`task ${label}`, label);
  }

  /** Picks what the palette finds. It lists what it knows when it opens, and in a young window that is not everything yet. It can close again before the click. */
  async pick(query, name) {
    const row = this.rows.filter({ hasText: name }).first();
    await again(async (timeout) => {
      await this.palette(query);
      await row.waitFor({ timeout });
      await row.click({ timeout: CLICK });
    }, { undo: () => this.keyboard.press('Escape'), tries: 9, wait: (nth) => 1500 * nth });
  }

  /** Types into the palette, and presses `key` there if one is given. An editor that opens or closes meanwhile takes the keyboard, and VS Code closes the palette. */
  async palette(text, key = '') {
    await again(async (timeout) => {
      await this.keyboard.press('F1');
      await this.input.waitFor({ timeout });
      await this.input.fill(text, { timeout });
      if (key) await this.input.press(key, { timeout });
    }, { undo: () => this.keyboard.press('Escape') });
  }

  /** The box when VS Code asks something, by what it says while it is empty, or else by a text beside it. */
  question(says) {
    const widget = this.page.locator('.quick-input-widget');
    const empty = this.page.locator(`.quick-input-box input[placeholder^="${says}"]`);
    return widget.filter({ has: empty }).or(widget.filter({ hasText: says })).locator('.quick-input-box input');
  }

  /** Waits until VS Code asks something. */
  async asked(says) {
    await this.question(says).waitFor();
  }

  /** Types an answer to what VS Code asks, and confirms it. */
  async answer(says, text) {
    await this.question(says).fill(text);
    await this.accept();
  }

  /** Picks a row of the list that VS Code is showing, found by typing, for a long list is drawn in part. The list before it can still be there. */
  async choose(text) {
    await this.rows.first().waitFor();
    await again(async (timeout) => {
      await this.input.fill(text, { timeout });
      await this.rows.filter({ hasText: text }).first().click({ timeout });
    });
  }

  /** Takes the row or the answer that is there, by keyboard. */
  async accept() {
    await this.input.press('Enter');
  }

  /** Leaves the box by keyboard. */
  async leave() {
    await until(this.page.locator('.quick-input-widget'), () => this.keyboard.press('Escape'), { state: 'hidden' });
  }
}
