import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { tokenise } from './tokenise.js';

const read = (text: string) => tokenise(text, { injected: true });

describe('suppression comments', () => {
  test('on a line of their own', async () => {
    expect(await read('<!-- star-disable-next-line no-tradeoff -- there was one option -->')).toMatchInlineSnapshot(`
      [
        [
          "<!-- ← comment.block.html punctuation.definition.comment.html",
          "  ← comment.block.html meta.suppression.starwright",
          "star-disable-next-line ← comment.block.html meta.suppression.starwright keyword.control.suppression.starwright",
          "  ← comment.block.html meta.suppression.starwright",
          "no-tradeoff ← comment.block.html meta.suppression.starwright entity.name.tag.rule.starwright",
          "  ← comment.block.html meta.suppression.starwright",
          "-- ← comment.block.html meta.suppression.starwright punctuation.separator.reason.starwright",
          " there was one option  ← comment.block.html meta.suppression.starwright string.unquoted.reason.starwright",
          "--> ← comment.block.html punctuation.definition.comment.html",
        ],
      ]
    `);
  });

  test('several codes, with and without commas', async () => {
    expect(await read('<!-- star-disable no-tradeoff, vague-verb buzzword -->')).toMatchInlineSnapshot(`
      [
        [
          "<!-- ← comment.block.html punctuation.definition.comment.html",
          "  ← comment.block.html meta.suppression.starwright",
          "star-disable ← comment.block.html meta.suppression.starwright keyword.control.suppression.starwright",
          "  ← comment.block.html meta.suppression.starwright",
          "no-tradeoff ← comment.block.html meta.suppression.starwright entity.name.tag.rule.starwright",
          ",  ← comment.block.html meta.suppression.starwright",
          "vague-verb ← comment.block.html meta.suppression.starwright entity.name.tag.rule.starwright",
          "  ← comment.block.html meta.suppression.starwright",
          "buzzword ← comment.block.html meta.suppression.starwright entity.name.tag.rule.starwright",
          "  ← comment.block.html meta.suppression.starwright",
          "--> ← comment.block.html punctuation.definition.comment.html",
        ],
      ]
    `);
  });

  test('at the end of a line of prose', async () => {
    expect(await read('I fixed it. <!-- star-disable-line vague-verb -->')).toMatchInlineSnapshot(`
      [
        [
          "I fixed it.  ← meta.paragraph.markdown",
          "<!-- ← meta.paragraph.markdown comment.block.html punctuation.definition.comment.html",
          "  ← meta.paragraph.markdown comment.block.html meta.suppression.starwright",
          "star-disable-line ← meta.paragraph.markdown comment.block.html meta.suppression.starwright keyword.control.suppression.starwright",
          "  ← meta.paragraph.markdown comment.block.html meta.suppression.starwright",
          "vague-verb ← meta.paragraph.markdown comment.block.html meta.suppression.starwright entity.name.tag.rule.starwright",
          "  ← meta.paragraph.markdown comment.block.html meta.suppression.starwright",
          "--> ← meta.paragraph.markdown comment.block.html punctuation.definition.comment.html",
        ],
      ]
    `);
  });

  test('over several lines', async () => {
    expect(await read('<!-- star-disable-file\n  no-learning -- told\n  elsewhere -->\nProse.')).toMatchInlineSnapshot(`
      [
        [
          "<!-- ← comment.block.html punctuation.definition.comment.html",
          "  ← comment.block.html meta.suppression.starwright",
          "star-disable-file ← comment.block.html meta.suppression.starwright keyword.control.suppression.starwright",
        ],
        [
          "   ← comment.block.html meta.suppression.starwright",
          "no-learning ← comment.block.html meta.suppression.starwright entity.name.tag.rule.starwright",
          "  ← comment.block.html meta.suppression.starwright",
          "-- ← comment.block.html meta.suppression.starwright punctuation.separator.reason.starwright",
          " told ← comment.block.html meta.suppression.starwright string.unquoted.reason.starwright",
        ],
        [
          "  elsewhere  ← comment.block.html meta.suppression.starwright string.unquoted.reason.starwright",
          "--> ← comment.block.html punctuation.definition.comment.html",
        ],
        [
          "Prose. ← meta.paragraph.markdown",
        ],
      ]
    `);
  });

  test.each(['star-disable-next-line', 'star-disable-line', 'star-disable-file', 'star-disable', 'star-enable'])('%s is a keyword', async (form) => {
    const [line] = await read(`<!-- ${form} -->`);
    expect(line).toContain(`${form} ← comment.block.html meta.suppression.starwright keyword.control.suppression.starwright`);
  });

  test('the comment ends where it ends', async () => {
    const [, after] = await read('<!-- star-enable -->\nAfterwards I **measured** it.');
    expect(after!.join('\n')).not.toMatch(/starwright|comment/);
  });
});

describe('everything else is left as it was', () => {
  const ordinary = {
    'an ordinary comment': '<!-- a note about star-disable and star-enable -->\n\nText <!-- inline --> text.',
    'a word that only begins alike': '<!-- star-disabled no-tradeoff -->\n<!-- star-enable-all -->\n<!-- starfish -->',
    'the words without a comment': 'star-disable-next-line no-tradeoff -- why\n\n`star-disable`\n\n- star-enable',
    'a comment shown as code': '```html\n<!-- star-disable no-tradeoff -->\n```\n\n    <!-- star-disable -->',
    'the labels of a story': '---\nstar: 1\ntitle: A [slot]\n---\n# T\n## Situation\n**Task:** I [did]{.x} it\n\n> S — x\n\n| a | b |\n|---|---|\n| 1 | 2 |',
  };

  test.each(Object.entries(ordinary))('%s', async (_, text) => {
    expect(await tokenise(text, { injected: true })).toEqual(await tokenise(text, { injected: false }));
  });

  const docs = new URL('../../docs/', import.meta.url);
  const pages = readdirSync(docs).filter((name) => name.endsWith('.md'));
  test.each(pages)('docs/%s', async (name) => {
    const text = readFileSync(new URL(name, docs), 'utf8').replace(/<!--\s*star-[^]*?-->/g, '');
    expect(await tokenise(text, { injected: true })).toEqual(await tokenise(text, { injected: false }));
  });
});
