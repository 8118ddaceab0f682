import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { HiddenNames, hiding } from '../../server/src/bank/index.js';
import { shownPaths } from '../../server/src/mcp/shownPaths.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { asWritten, explainAnswer, questionsAnswer, Refusal, reviewAnswer, type ReviewAnswer } from '../../server/src/service/answers/index.js';
import { reviewedStory } from '../../server/src/service/index.js';
import { parseStory } from '../../server/src/story/index.js';
import { STRONG } from './reviewing.js';

const rubric = builtinRubric();
const NO_TRADEOFF = STRONG.replace(/^I considered adding.*\n/m, '');

function answerFor(text: string, terms?: readonly string[]): ReviewAnswer {
  const story = parseStory(text);
  const reviewed = reviewedStory({ uri: 'story', version: null }, story, rubric, terms ? { defaults: { confidentialTerms: terms } } : {});
  return reviewAnswer(reviewed, 'story.star.md', terms ? hiding(story, terms) : asWritten(story));
}

describe('a review for a program', () => {
  test('is clean when no error, no warning and no slot is left', () => {
    const answer = answerFor(STRONG);
    expect(answer).toMatchObject({ clean: true, remaining: { errors: 0, warnings: 0, slots: 0 }, story: { title: 'The index that was not there', english: true } });
    expect(answer.next).toContain('only they know');
  });

  test('says what is missing, what to write, and what only the person can fill in', () => {
    const { clean, next, findings, unheard } = answerFor(NO_TRADEOFF);
    const finding = findings.find(({ rule }) => rule === 'no-tradeoff')!;
    expect(clean).toBe(false);
    expect(next).toBe(finding.message);
    expect(unheard).toContainEqual(expect.objectContaining({ beat: 'tradeoff', standing: 'missing', question: expect.stringContaining('?') }));
    expect(finding.suggestions[0]!.slots).toEqual(['[your option]', '[other option]', '[reason]', '[cost]']);
    expect(finding.suggestions.flatMap(({ edits }) => edits.map(({ newText }) => newText)).join('')).toContain('I chose [your option] over [other option]');
  });

  test('rests every beat on words that stand where it says', () => {
    const lines = STRONG.split('\n');
    const evidence = answerFor(STRONG).heard.flatMap((beat) => beat.evidence);
    expect(evidence.length).toBeGreaterThan(8);
    for (const { quote, range: { start, end } } of evidence) expect(lines[start.line]!.slice(start.character, end.character)).toBe(quote);
  });

  test('asks for what stands in the slots before anything else', () => {
    const { clean, slots, next } = answerFor(STRONG.replace('300 ms', '[figure]'));
    expect(clean).toBe(false);
    expect(slots.map(({ quote }) => quote)).toEqual(['[figure]']);
    expect(next).toBe('Ask the person what belongs in [figure]. Do not guess a fact.');
  });

  test('never suggests to leave a finding out, and says what the story leaves out', () => {
    const answer = answerFor(NO_TRADEOFF.replace('## Action\n', '## Action\n<!-- star-disable-next-line no-mitigation -- told elsewhere -->\n'));
    expect(answer.leftOut).toContain('no-mitigation');
    const written = answer.findings.flatMap(({ suggestions }) => suggestions.flatMap(({ edits }) => edits.map(({ newText }) => newText)));
    expect(written.length).toBeGreaterThan(0);
    expect(written.join('')).not.toContain('star-disable');
  });

  test('names the framing that a claim is about', () => {
    const { heard } = answerFor(`${STRONG}\n## Framing: Calm at the desk\n\n### Result\nGuests went straight to their rooms, and two hotels wrote to thank us.\n`);
    expect(new Set(heard.map(({ framing }) => framing))).toEqual(new Set([null, 'Calm at the desk']));
  });

  test.each([
    ['nothing', '', /no text/],
    ['a note', 'Buy milk.', /fewer than twenty words/],
    ['a binary file', `${STRONG}\0`, /not text/],
    ['more than a story can be', 'word '.repeat(50_000), /too large/],
  ])('is refused for %s', (_, text, why) => {
    expect(() => answerFor(text)).toThrow(why);
    expect(() => answerFor(text)).toThrow(Refusal);
  });
});

describe('names that must not leave the room', () => {
  const NAMED = STRONG.replace('the booking service', 'the booking service of Fabrikam').replace('the database team', 'Zoë Kowalska on queue07.fabrikam.lan').replace('# The index', '# Fabrikam: the index');

  test('stand nowhere in the answer, and every place is right all the same', () => {
    const answer = answerFor(NAMED, ['Fabrikam', 'Zoë Kowalska']);
    expect(JSON.stringify(answer)).not.toMatch(/fabrikam|kowalska|queue07/i);
    const places = (found: ReviewAnswer) => found.findings.map(({ rule, range }) => [rule, range]);
    expect(places(answer)).toContainEqual(['confidential-term', expect.anything()]);
    expect(answer.clean).toBe(false);
  });

  test('are in no answer about any story of the corpus, wherever they stand', () => {
    const folder = path.join(import.meta.dirname, '../corpus');
    for (const [nth, name] of readdirSync(folder).filter((file) => file.endsWith('.star.md')).entries()) {
      let word = 0;
      const text = readFileSync(path.join(folder, name), 'utf8').replace(/(?<=[a-z] )[a-z]{4,}(?= [a-z])/g, (each) => (word++ % 7 === nth % 7 ? ['Zyxwold Parcels', 'zyxdb07.zyxwold.lan', 'Zyxana'][word % 3]! : each));
      expect(JSON.stringify(answerFor(text, ['Zyxwold Parcels', 'Zyxana'])), name).not.toMatch(/zyx/i);
    }
  });

  test('are not given away by their beginning where a quotation is cut short', () => {
    const story = parseStory('## Action\n\nI drained queue07.contoso.lan with Zoë Kowalska.');
    const { text } = hiding(story, ['Zoë Kowalska']);
    expect(text('"queue07.contoso…" may identify somebody')).toBe('"…" may identify somebody');
    expect(text('I drained … with Zoë Kow…')).toBe('I drained … with …');
  });

  test('keep a suggestion back that would write what stands in their place into the story', () => {
    const long = NAMED.replace('## Task', 'It has four teams. It sits between two roads. Fabrikam has six depots. People there drink tea.\n\n## Task');
    const [plain, hidden] = [answerFor(long), answerFor(long, ['Fabrikam'])];
    const moves = ({ findings }: ReviewAnswer) => findings.find(({ rule }) => rule === 'situation-too-long')!.suggestions.filter(({ title }) => /Notes/.test(title)).length;
    expect([moves(plain), moves(hidden)]).toEqual([1, 0]);
    expect(hidden.withheld).toBeGreaterThan(0);
  });

  test('are those of every story in what is said of any, in titles and in paths', () => {
    const names = new HiddenNames();
    names.add('a', parseStory('---\naliases: { Contoso Bank: a partner }\n---\nAt Contoso Bank.'), []);
    names.add('b', parseStory('I read queue07.fabrikam.lan.'), ['Ada']);
    expect(names.hide('a', 'Ada called Contoso Bank')).toBe('a name called a partner');
    expect(names.hide('b', 'The night QUEUE07 filled at Contoso Bank')).toBe('The night a host filled at another name');
    const paths = new Map([['a', 'contoso-bank/outage.star.md'], ['b', 'Ada.star.md'], ['c', 'ada.star.md'], ['d', 'plain.star.md']]);
    expect([...shownPaths(paths, (id, text) => names.hide(id, text)).values()]).toEqual(['a-partner/outage.star.md', 'a-name.star.md', 'a-name-2.star.md', 'plain.star.md']);
  });
});

describe('what the rubric says', () => {
  test.each([
    ['no-tradeoff', 'finding'],
    ['tradeoff', 'beat'],
    ['production-incident', 'kind of story'],
    ['balanced', 'profile'],
    ['ownership', 'beat'],
    ['incident-end-to-end', 'question'],
  ])('of %s is about a %s', (id, kind) => {
    expect(explainAnswer(id, rubric)).toMatchObject({ id, kind, title: expect.stringMatching(/./), about: expect.stringMatching(/./) });
  });

  test('holds texts to fill in, with their slots, and who says so', () => {
    const { write, weak, strong, sources } = explainAnswer('no-prevention', rubric);
    expect(write[0]!.slots.length).toBeGreaterThan(0);
    expect([weak, strong]).toEqual([expect.any(String), expect.any(String)]);
    expect(sources.length).toBeGreaterThan(0);
  });

  test('is nothing of an unknown name but the one that was probably meant', () => {
    expect(() => explainAnswer('no-tradeof', rubric)).toThrow('Did you mean "no-tradeoff"?');
  });

  test('lists questions by kind of story and by signal, and refuses unknown ones', () => {
    const { questions, shapes } = questionsAnswer({ shape: 'mistake' }, rubric);
    expect(questions.length).toBeGreaterThan(2);
    expect(questions.every((question) => question.shapes.includes('mistake'))).toBe(true);
    expect(questionsAnswer({}, rubric).questions.length).toBe(rubric.data.questions.length);
    expect(shapes.map(({ id }) => id)).toContain('mistake');
    expect(() => questionsAnswer({ signal: 'ownershp' }, rubric)).toThrow('Did you mean "ownership"?');
  });
});
