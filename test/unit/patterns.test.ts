import { describe, expect, test } from 'vitest';
import { Compiler } from '../../server/src/rubric/compile.js';
import { formsOf } from '../../server/src/rubric/inflect.js';
import { Lexicons, trieOf } from '../../server/src/rubric/lexicons.js';
import { Matcher } from '../../server/src/rubric/matcher.js';
import { parsePattern, PatternError } from '../../server/src/rubric/pattern.js';
import { ANY_ROLE } from '../../server/src/rubric/roleBits.js';
import { Vocabulary } from '../../server/src/rubric/vocabulary.js';
import { parseStory } from '../../server/src/story/index.js';

const lexicons = [{ id: 'safeguard', about: '', words: ['alert', 'circuit breaker', 'load test', '(run|play) book'] }];

/** What a pattern matches in a sentence, as text. */
function matchesIn(pattern: string, text: string): string[] {
  const vocabulary = new Vocabulary();
  const known = new Lexicons(trieOf(lexicons, vocabulary));
  const compiler = new Compiler(vocabulary, known);
  compiler.add(0, parsePattern(pattern));
  const matcher = new Matcher(vocabulary, known, compiler.program());
  const [sentence] = parseStory(text).tellings[0].sections[0]!.sentences;
  return matcher.match(sentence!.tokens, ANY_ROLE).of(0).map(({ from, to }) => text.slice(sentence!.tokens[from]!.start, sentence!.tokens[to - 1]!.end));
}

describe('patterns', () => {
  test.each([
    ['root cause', 'The Root-Cause was found.', ['Root-Cause']],
    ['<choose> ...8 over', 'I was choosing the slower path over speed.', ['choosing the slower path over']],
    ['<choose> ...2 over', 'I chose the slower but safer path over speed.', []],
    ['(cache|a queue)', 'We added a queue and a cache.', ['a queue', 'cache']],
    ['added (a|the)? cache', 'I added cache.', ['added cache']],
    ['added very? new cache', 'I added new cache.', ['added new cache']],
    ['{safeguard}', 'I built a circuit breaker and a load test.', ['circuit breaker', 'load test']],
    ['added {safeguard} ... {number}', 'I added play book pages for 3 teams.', ['added play book pages for 3']],
    ['by {percent}', 'It fell by 40% then.', ['by 40%']],
    ['^ (i|we) {past}', 'I traced it and we fixed it.', ['I traced']],
    ['{past} it $', 'I traced it and we fixed it.', ['fixed it']],
    ['{number} {arrow} {number}', 'It went 45 → 11 there.', ['45 → 11']],
    ['from {figure} to {figure}', 'It went from [before] to [after].', ['from [before] to [after]']],
    ['because of {safeguard}', 'It held because of [safeguard].', ['because of [safeguard]']],
  ])('%s in "%s"', (pattern, text, found) => {
    expect(matchesIn(pattern, text)).toEqual(found);
  });

  test.each([
    ['... over', 'a gap'],
    ['over ...', 'a gap'],
    ['a ...21 b', 'a gap is'],
    ['(a|b', 'not closed'],
    ['(a|)', 'empty'],
    ['', 'empty'],
    ['a * b', 'unexpected'],
    ['<Choose>', 'a word'],
  ])('%j is refused', (pattern, message) => {
    expect(() => parsePattern(pattern)).toThrow(PatternError);
    expect(() => parsePattern(pattern)).toThrow(message);
  });
  test('an unknown lexicon is refused', () => {
    expect(() => matchesIn('{saveguard}', 'It held.')).toThrow('saveguard');
  });
});

describe('forms of a verb', () => {
  test.each([
    ['choose', 'choose chooses choosing chose chosen'],
    ['add', 'add adds adding added'],
    ['cache', 'cache caches caching cached'],
    ['ship', 'ship ships shipping shipped'],
    ['commit', 'commit commits committing committed'],
    ['monitor', 'monitor monitors monitoring monitored'],
    ['retry', 'retry retries retrying retried'],
    ['deploy', 'deploy deploys deploying deployed'],
    ['cut', 'cut cuts cutting'],
    ['argue', 'argue argues arguing argued'],
    ['agree', 'agree agrees agreeing agreed'],
  ])('%s', (base, forms) => {
    expect([...formsOf(base)].sort()).toEqual(forms.split(' ').sort());
  });
});
