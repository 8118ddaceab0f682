import { describe, expect, test } from 'vitest';
import { type BankStory, coverageBody, coverageMarkdown, coveragePage, type LoopPlan, planLoop } from '../../server/src/bank/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { bankOf, covered } from './banks.js';

const rubric = builtinRubric();
const plans = (stories: readonly BankStory[]): LoopPlan[] => rubric.data.loops.slice(0, 1).map((loop) => planLoop(loop, stories, rubric));
const BANK = bankOf({ outage: 'shape: production-incident\nsignals: [incident-judgement]', slip: 'shape: mistake\nstatus: draft' });

describe('as HTML', () => {
  const body = coverageBody(covered(BANK), plans(BANK));

  test('each table has a caption, and headers for its columns and rows', () => {
    expect(body.match(/<table/g)).toHaveLength(2);
    expect(body.match(/<caption>/g)).toHaveLength(2);
    expect(body).toContain('<th scope="col" dir="auto"><span data-story="slip.star.md">slip (draft)</span></th>');
    expect(body).toContain('<tr><th scope="row">Production incident</th><td class="covered">covered</td><td class="marked" dir="auto">marked</td><td class="none" dir="auto">–</td></tr>');
    expect(body).toContain('<tr><th scope="row">Mistake</th><td class="draft">draft</td><td class="none" dir="auto">–</td><td class="marked" dir="auto">marked, draft</td></tr>');
  });

  test('a legend in words, gaps, advice, what comes next and the plan', () => {
    expect([...body.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title)).toEqual([
      'Write this one next', 'Stories, themes and signals', 'What the words mean', 'Gaps', 'Advice', 'An interview day: Backend or infrastructure, five rounds',
    ]);
    expect(body).toContain('<dt class="heard">heard</dt><dd>recognised from what it says</dd>');
    expect(body).toContain('<li><span data-shape="mistake">&#34;Mistake&#34;</span>: only a draft. ');
  });

  test('a bank too large for a column each names the stories in a list', () => {
    const many = covered(bankOf(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`pier-${index}`, 'shape: mistake']))));
    expect(coverageBody(many)).toMatch(/<th scope="row">Mistake<\/th><td class="covered">covered<\/td><td class="list" dir="auto">&#34;pier-0&#34; \(marked\), .* and 22 more<\/td>/);
    expect(coverageMarkdown(many)).toMatch(/^\| Mistake \| covered \| "pier-0" \(marked\), .* and 22 more \|$/m);
  });

  test('a whole page runs and loads nothing', () => {
    const page = coveragePage(covered(BANK));
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).toContain('@media print');
    expect(page).not.toMatch(/<script|<link|<img|\bon\w+=|https?:/);
  });
});

describe('as Markdown', () => {
  test('tables, lists and the plan', () => {
    const text = coverageMarkdown(covered(BANK), plans(BANK));
    expect(text).toContain('| Theme | State | outage | slip (draft) |\n| --- | --- | --- | --- |\n| Production incident | covered | marked |  |\n');
    expect(text).toContain('4. **On-call round.** ');
    expect(text).toContain('   - **outage.** The kind of story they ask for: "Production incident". It is marked as showing "Judgement in an incident".\n');
    expect(text).toMatch(/^ {3}- Missing: a story such as "/m);
  });
});

describe('an empty bank', () => {
  test('has its gaps, and what to write first', () => {
    const text = coverageMarkdown(covered([]), plans([]));
    expect(text).toContain('Stories ready: 0. Drafts: 0.');
    expect(text).toContain('| Theme | State |\n| --- | --- |\n| Production incident | gap |\n');
    expect(text).toContain('`starwright new --shape production-incident` begins it.');
  });
});

describe('titles that would be more than words', () => {
  const ATTACKS = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', '[click](javascript:alert(1))', 'a | b | c', '`code` **bold** <!-- gone', '&lt;b&gt; &amp;', 'https://evil.example www.evil.example me@evil.example', 'one\ntwo\r\n# three', 'left\u202Eright \u001b[31mred'];
  const [story] = bankOf({ plain: 'shape: mistake\nsignals: [pager-empathy]' }) as [BankStory];
  const stories = ATTACKS.map((title): BankStory => ({ ...story, id: title, title, tellings: [story.tellings[0], { ...story.tellings[0], title: `pager ${title}` }] }));
  const everything = covered(stories);

  test('are words in HTML', () => {
    const page = coveragePage(everything, plans(stories));
    const tags = new Set([...page.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag]) => tag!.toLowerCase()));
    expect([...tags].sort()).toEqual(['body', 'caption', 'dd', 'div', 'dl', 'dt', 'h1', 'h2', 'head', 'html', 'li', 'main', 'meta', 'ol', 'p', 'span', 'strong', 'style', 'table', 'tbody', 'td', 'th', 'thead', 'title', 'tr', 'ul']);
    for (const [, attributes] of page.matchAll(/<[a-z0-9]+((?:\s[^<>]*)?)>/g)) expect(attributes!.replace(/\s[a-z-]+="[^"<>]*"/g, '')).toBe('');
    expect(page).not.toMatch(/\u202e|\u001b/u);
  });

  test('are words in Markdown: no HTML, no link, and every row has its columns', () => {
    const text = coverageMarkdown(everything, plans(stories));
    expect(text).not.toMatch(/(?<!\\)<|(?<!\\)\[|(?<!\\):\/\/|(?<!\\)@|www\.|\u202e|\u001b/u);
    const rows = text.split('\n').filter((line) => line.startsWith('|'));
    expect(new Set(rows.map((row) => row.match(/(?<!\\)\|/g)!.length))).toEqual(new Set([ATTACKS.length + 3]));
  });
});
