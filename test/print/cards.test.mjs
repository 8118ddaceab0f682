import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { artifacts, root } from '../../scripts/lib/paths.mjs';
import { launch } from '../vscode/rig/browser.mjs';
import { linksByPage } from './pdf.mjs';

const BANK = path.join(root, 'test/bank/stories');
const PAPERS = { A4: { width: 210, height: 297 }, Letter: { width: 215.9, height: 279.4 } };
const MARGIN = 15;
const pixels = (millimetres) => Math.round((millimetres / 25.4) * 96);

let browser;
let folder;

beforeAll(async () => {
  browser = await launch(process.env.CHROMIUM ?? await findChromium());
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'starwright-cards-'));
  fs.mkdirSync(path.join(artifacts, 'print'), { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

/** The page of cards of some stories, opened. */
async function cardsOf(...paths) {
  const to = path.join(folder, `${fs.readdirSync(folder).length}.html`);
  execFileSync(process.execPath, [path.join(root, 'dist/cli.js'), 'export', ...paths, '--to', to], { stdio: ['ignore', 'ignore', 'ignore'] });
  const page = await browser.newPage();
  await page.goto(pathToFileURL(to).href);
  return page;
}

/** Links the first and the last words of each box of the page, so that the PDF tells where they came to stand. */
function mark(page) {
  return page.evaluate(() => {
    const link = (element, href) => {
      const anchor = Object.assign(document.createElement('a'), { href });
      anchor.append(...element.childNodes);
      element.append(anchor);
    };
    return [...document.querySelectorAll('.index, .card, .resume')].map((box, at) => {
      const words = [...box.querySelectorAll('h1, h2, h3, p, li')].filter((element) => element.textContent && !element.querySelector('h2, p, li'));
      link(words[0], `https://box.test/${at}/first`);
      link(words.at(-1), `https://box.test/${at}/last`);
      return box.className;
    });
  });
}

/** Prints the page, and says on which sheet each box begins and ends, counted from 1. */
async function printed(page, kinds, format) {
  const sheets = linksByPage(await page.pdf({ format }));
  const sheetOf = (href) => 1 + sheets.findIndex((links) => links.includes(href));
  return { sheets: sheets.length, boxes: kinds.map((kind, at) => ({ kind, first: sheetOf(`https://box.test/${at}/first`), last: sheetOf(`https://box.test/${at}/last`) })) };
}

describe('a bank', () => {
  let page;
  let kinds;
  beforeAll(async () => {
    page = await cardsOf(BANK);
    kinds = await mark(page);
  });

  test.each(Object.entries(PAPERS))('on %s has its index on the first page, and no card is cut', async (format, paper) => {
    const { sheets, boxes } = await printed(page, kinds, format);
    expect(boxes[0]).toEqual({ kind: 'index', first: 1, last: 1 });
    const cards = boxes.filter(({ kind }) => kind === 'card');
    expect(cards).toHaveLength(11);
    expect(cards[0].first).toBe(2);
    expect(cards.filter(({ first, last }) => first < 1 || first !== last)).toEqual([]);
    expect(boxes.at(-1)).toMatchObject({ kind: 'resume', last: sheets });
    // Two cards to a page, and the rest of one for the résumé.
    expect(sheets).toBeLessThanOrEqual(9);

    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.setViewportSize({ width: pixels(paper.width - 2 * MARGIN), height: pixels(paper.height - 2 * MARGIN) });
    await page.screenshot({ path: path.join(artifacts, 'print', `${format}.png`) });
    const seen = await page.evaluate(() => {
      const { color, fontSize } = getComputedStyle(document.querySelector('.card li'));
      return { color, points: (parseFloat(fontSize) * 72) / 96, tooWide: document.documentElement.scrollWidth > innerWidth };
    });
    expect(seen).toEqual({ color: 'rgb(0, 0, 0)', points: 12, tooWide: false });
  });
});

test('a card that is longer than a page goes on on the next, with all of its words', async () => {
  const questions = Array.from({ length: 120 }, (_, index) => `- What about part ${index + 1}?`).join('\n');
  const story = path.join(folder, 'long.star.md');
  fs.writeFileSync(story, `# Long\n\n## Situation\nA queue was stuck.\n\n## Action\nI drained it.\n\n## Follow-ups\n${questions}\n`);
  const page = await cardsOf(story);
  const { boxes } = await printed(page, await mark(page), 'A4');
  expect(boxes[0]).toMatchObject({ kind: 'card', first: 1 });
  expect(boxes[0].last).toBeGreaterThan(1);
  await page.close();
});

test('hostile words run no script, load nothing and stay in their card', async () => {
  const story = path.join(folder, 'hostile.star.md');
  const attack = '<img src=x onerror="document.title=\'run\'"><script>document.title="run"</script><style>*{display:none}</style>';
  fs.writeFileSync(story, `---\ntitle: ${JSON.stringify(attack)}\n---\n## Situation\n\`${attack}\` was in the log. ${'W'.repeat(400)}\n\n## Action\nI removed \`${attack}\`.\n`);
  const page = await cardsOf(story);
  expect(await page.locator('script, img').count()).toBe(0);
  expect(await page.title()).toContain('<script>');
  expect(await page.locator('.card').evaluate((card) => card.scrollWidth <= card.clientWidth)).toBe(true);
  await page.close();
});
