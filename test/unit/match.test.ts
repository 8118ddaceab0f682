import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { bankQuestions, kindsAskedFor, Matchmaker, type Fit, type MatchResult } from '../../server/src/bank/index.js';
import { stem } from '../../server/src/bank/stems.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { compileRubric } from '../../server/src/rubric/index.js';
import { bankOf } from './banking.js';

const rubric = builtinRubric();
const matchmaker = (texts: Readonly<Record<string, string>>): Matchmaker => new Matchmaker(bankOf(texts), rubric);

const story = (title: string, front: string, action: string): string => `---\nstar: 1\ntitle: ${title}\n${front}\n---\n\n## Situation\n\nOur team ran the ticket shop.\n\n## Action\n\n${action}\n\n## Result\n\nIt worked for everyone.\n`;

const BANK = {
  seats: story('Sold twice', 'shape: mistake', 'I merged a change without a test and 40 seats were sold twice. I called the venue and put it right.'),
  checkout: story('Slow checkout', 'shape: performance-scaling', 'I profiled the checkout and found one query that took nine seconds. I added an index.'),
  pager: story('A quiet pager', 'shape: pager-reduction', 'I deleted the alerts that nobody could act on.'),
};

const names = ({ ranked }: MatchResult): string[] => ranked.map(({ id, fit }) => `${id} ${fit}`);
const first = (texts: Readonly<Record<string, string>>, question: string) => matchmaker(texts).match(question).ranked[0];

describe('the story that answers a question comes first', () => {
  test.each([
    ['Tell me about a time you failed.', 'seats strong'],
    ['What have you made faster?', 'checkout strong'],
    ['Which alerts did you get rid of?', 'pager strong'],
  ])('%s', (question, best) => {
    expect(names(matchmaker(BANK).match(question))[0]).toBe(best);
  });

  test('with what speaks for it, the strongest first, and what the question asks for', () => {
    const { asksFor, ranked } = matchmaker(BANK).match('What have you made faster?');
    expect(asksFor).toEqual(['something made faster']);
    expect(ranked[0]).toMatchObject({ title: 'Slow checkout', reasons: expect.arrayContaining(['marked “Performance or scaling”: something made faster']) });
    expect(ranked[0]!.reasons.length).toBeLessThanOrEqual(4);
  });

  test('a story without any mark is known by what it says', () => {
    const unmarked = { ...BANK, checkout: BANK.checkout.replace('shape: performance-scaling\n', '') };
    expect(first(unmarked, 'Tell me about a bottleneck you removed.')?.id).toBe('checkout');
  });

  test('a question of a story’s own front matter is answered by it, whatever it is about', () => {
    const named = { ...BANK, pager: BANK.pager.replace('shape: pager-reduction', 'questions: [improved-performance, "Which colour was it?"]') };
    const asked = rubric.data.questions.find(({ id }) => id === 'improved-performance')!.text;
    expect(first(named, asked)).toMatchObject({ id: 'pager', fit: 'strong', reasons: expect.arrayContaining(['names this question']) });
    expect(first(named, 'which colour   was it?')).toMatchObject({ id: 'pager', fit: 'strong' });
  });

  test('words that question and story share decide where no kind of story is asked for', () => {
    expect(first(BANK, 'Who called the venue about the seats?')).toMatchObject({ id: 'seats', reasons: expect.arrayContaining(['shares: called, venue, seats']) });
  });
});

describe('a question that no pattern understands', () => {
  test.each([
    ['Any blunder that still makes you cringe?', 'seats'],
    ['Anything that used to crawl and now flies because you tuned it?', 'checkout'],
    ['How did your rota become humane?', 'pager'],
  ])('is read by its words and by words near them: %s', (question, best) => {
    expect(first(BANK, question)?.id).toBe(best);
  });

  test('says that it is a guess, and gets no strong answer', () => {
    const { asksFor, ranked } = matchmaker(BANK).match('Anything that used to crawl and now flies because you tuned it?');
    expect(asksFor[0]).toMatch(/^perhaps /);
    expect(ranked.map(({ fit }) => fit)).not.toContain('strong');
  });
});

describe('which telling of a story', () => {
  test('a framing whose title says what it is told for', () => {
    const framed = { migration: `${story('Moving the seats', 'shape: migration-rollout', 'I moved the seats to the new database in three steps.')}\n## Framing: A mistake of mine\n\n### Action\n\nI moved one hall too early and took it back within the hour.\n` };
    expect(first(framed, 'Tell me about a mistake you made.')).toMatchObject({ framing: 'A mistake of mine' });
    expect(first(framed, 'Tell me about a migration.')).not.toHaveProperty('framing');
  });

  test('a retired story is never offered, a draft ranks lower and says so', () => {
    const again = { ...BANK, later: BANK.seats };
    expect(names(matchmaker({ ...BANK, seats: BANK.seats.replace('shape', 'status: retired\nshape') }).match('Tell me about a time you failed.'))).toEqual([]);
    const { ranked } = matchmaker({ ...again, seats: BANK.seats.replace('shape', 'status: draft\nshape') }).match('Tell me about a time you failed.');
    expect(ranked.map(({ id, reasons }) => `${id}: ${reasons.at(-1)}`)).toEqual([expect.stringMatching(/^later: (?!still)/), 'seats: still a draft']);
  });
});

describe('a gap is said', () => {
  test('with the kind of story to write', () => {
    const { ranked, write } = matchmaker(BANK).match('When did every dashboard stay green while users were suffering?');
    expect(ranked).toEqual([]);
    expect(write).toEqual({ shape: 'observability-gap', title: 'A gap in monitoring', template: 'story-observability-gap' });
  });

  test('what an answer cannot do without is not made up for by anything else', () => {
    expect(first(BANK, 'Tell me about a time you gave feedback to a colleague.')?.fit ?? 'gap').toBe('gap');
  });

  test('at most two are shown as nearest, with the words that say they do not answer it', () => {
    const { ranked, write } = matchmaker({ pager: BANK.pager, again: BANK.pager, more: BANK.pager }).match('Which risk did you take on purpose?');
    expect(ranked.map(({ fit, reasons: [first] }) => [fit, first])).toEqual(Array.from({ length: 2 }, () => ['gap', 'nearest, though it does not answer the question']));
    expect(write?.shape).toBe('tradeoff-under-pressure');
  });

  test.each(['', '?', 'why', '\u0000\u0007\u001b[2J', 'Erzähl mir von einer Störung, die dich nachts geweckt hat.', 'ticket '.repeat(700), '告诉我一次失败的经历'])('and nothing is invented for %j', (question) => {
    const { ranked } = matchmaker(BANK).match(question);
    expect(ranked.filter(({ fit }) => fit === 'strong')).toEqual([]);
  });

  test('in a bank of none', () => {
    expect(matchmaker({}).match('Tell me about a time you failed.')).toMatchObject({ wantsStory: true, ranked: [], write: { shape: 'mistake' } });
  });
});

describe('a question that wants no story gets an outline', () => {
  test.each([
    ['What is the difference between a mutex and a semaphore?', 'answer-knowledge'],
    ['How would you design a seat map?', 'answer-design'],
    ['Suppose two halls fail at once. What do you do?', 'answer-hypothetical'],
    ['How do you decide which alert may page?', 'answer-approach'],
    ['Are microservices overrated?', 'answer-experience'],
    ['Why do you want to work here?', 'answer-motivation'],
  ])('%s', (question, template) => {
    const { wantsStory, ranked, outline } = matchmaker(BANK).match(question);
    expect({ wantsStory, ranked, outline }).toEqual({ wantsStory: false, ranked: [], outline: { title: rubric.template(template)!.title, text: rubric.template(template)!.text.trim() } });
  });

  test('every question of the bank is taken as the bank says', () => {
    const wrong = bankQuestions(matchmaker(BANK), rubric).filter(({ question, wantsStory }) => wantsStory !== (question.skeleton === undefined || question.kind === 'experience'));
    expect(wrong.map(({ question }) => question.text)).toEqual([]);
  });

  test('and at most three stories are kept for each', () => {
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`s${index}`, BANK.seats]));
    expect(Math.max(...bankQuestions(matchmaker(many), rubric).map(({ best }) => best.length))).toBe(3);
  });
});

test('the kinds of story that a question asks for, the most asked for first', () => {
  expect(kindsAskedFor('When did you push back on a design?', rubric)[0]).toBe('technical-disagreement');
  expect(kindsAskedFor('Ever been woken at night?', rubric)[0]).toBe('three-am-page');
  expect(kindsAskedFor('blue', rubric)).toEqual([]);
});

test.each([
  ['page pages paged paging', 'page'],
  ['retry retries retried', 'retri'],
  ['stop stopped stopping', 'stop'],
  ['migrate migrated migration migrations', 'migrat'],
  ['größe', 'größe'],
])('the forms of a word are one term: %s', (words, term) => {
  expect([...new Set(words.split(' ').map(stem))]).toEqual([stem(term)]);
});

interface Judged {
  readonly question: string;
  readonly wantsStory: boolean;
  readonly best: readonly string[];
  readonly fit: Fit;
}

/** `npm run eval:match` shows all of it. */
describe.each(['judgements-a.jsonl', 'judgements-b.jsonl'])('a bank of twelve and 84 questions, as a reader judged them: %s', (file) => {
  const bank = path.join(import.meta.dirname, '../bank');
  const judgements = readFileSync(path.join(bank, file), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Judged);
  const texts = Object.fromEntries(readdirSync(path.join(bank, 'stories')).map((name) => [path.basename(name, '.star.md'), readFileSync(path.join(bank, 'stories', name), 'utf8')]));
  const share = (asked: Matchmaker, holds: (judged: Judged, result: MatchResult) => boolean): number => judgements.filter((judged) => holds(judged, asked.match(judged.question))).length / judgements.length;
  const right =
    (most: number) =>
    (judged: Judged, { wantsStory, ranked }: MatchResult): boolean => {
      if (!judged.wantsStory || !wantsStory) return judged.wantsStory === wantsStory;
      if (judged.best.length === 0) return ['gap', 'stretch'].includes(ranked[0]?.fit ?? 'gap');
      return ranked.slice(0, most).some(({ id }) => judged.best.includes(id));
    };
  const asked = matchmaker(texts);

  test('the first story is right four times in five, and one of the first three nine times in ten', () => {
    expect(share(asked, right(1))).toBeGreaterThanOrEqual(0.8);
    expect(share(asked, right(3))).toBeGreaterThanOrEqual(0.9);
  });

  test('whether a story is wanted is right nineteen times in twenty', () => {
    expect(share(asked, (judged, { wantsStory }) => judged.wantsStory === wantsStory)).toBeGreaterThanOrEqual(0.95);
  });

  test('with every second pattern taken out, the words still find the first story three times in five and one of three in two of three', () => {
    const wordings = rubric.data.wordings.map((wording) => (wording.kind ? wording : { ...wording, cues: wording.cues.map((cue) => ({ ...cue, patterns: cue.patterns.filter((_, index) => index % 2 === 0) })) }));
    const poorer = new Matchmaker(bankOf(texts), compileRubric({ ...rubric.data, wordings }));
    expect(share(poorer, right(1))).toBeGreaterThanOrEqual(0.6);
    expect(share(poorer, right(3))).toBeGreaterThanOrEqual(0.66);
  });
});
