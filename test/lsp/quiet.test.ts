import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { positionsOutside } from '../fuzz/places.js';
import { Client, PULL, PUSH } from './client.js';
import { plainEdits } from './plainEdits.js';
import { STRONG, story } from './story.js';

const STORY = 'file:///stories/payment.star.md';
const BEHIND = STRONG.implementation[0]!;
const codesOf = (found: readonly Diagnostic[]) => found.map(({ code }) => code);

/** Time that passes when the test says so. */
class TestClock {
  readonly #waiting = new Set<() => void>();

  today = () => '2026-11-22';

  after(_: number, run: () => void): () => void {
    this.#waiting.add(run);
    return () => this.#waiting.delete(run);
  }

  /** A pause long enough for everything that waits. */
  pause(): void {
    for (const run of this.#waiting) {
      this.#waiting.delete(run);
      run();
    }
  }
}

const clock = new TestClock();

describe('what is being typed is not judged until it is written', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.withClock(clock);
    await client.open(STORY, story());
    expect(await client.codes(STORY)).toEqual([]);
  });
  afterEach(async () => {
    expect(await client.stop()).toBe(0);
  });
  const settled = () => {
    clock.pause();
    return client.until(() => client.refreshes.includes('workspace/diagnostic/refresh'));
  };

  test('nothing new appears before typing pauses', async () => {
    expect(codesOf(await client.type(STORY, ' I fixed the problem', BEHIND))).toEqual([]);
    await settled();
    expect(await client.codes(STORY)).toEqual(['vague-verb']);
  });

  test('a story saved is judged as it is', async () => {
    await client.type(STORY, ' I fixed the problem', BEHIND);
    await client.save(STORY);
    expect(await client.codes(STORY)).toEqual(['vague-verb']);
  });

  test('a sentence that is left for the next one is judged, the next one is not', async () => {
    const found = await client.type(STORY, ' I fixed the problem. I improved the system', BEHIND);
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('fixed the problem')]);
  });

  test('a sentence that is left for another place is judged', async () => {
    await client.type(STORY, ' I fixed the problem', BEHIND);
    expect(codesOf(await client.type(STORY, ' Nobody', STRONG.learning[0]!))).toEqual(['vague-verb']);
  });

  test('what no longer holds in the sentence itself goes at once', async () => {
    await client.edit(STORY, [at(client, BEHIND, 'I fixed the problem.')]);
    expect(await client.codes(STORY)).toEqual(['vague-verb']);
    expect(codesOf(await client.type(STORY, 'ati', 'I fix'))).toEqual([]);
  });

  test('what is shown stands at its words when a key follows a larger edit before anybody asks', async () => {
    await client.edit(STORY, [at(client, BEHIND, 'I fixed the problem.')]);
    expect(await client.codes(STORY)).toEqual(['vague-verb']);
    await client.edit(STORY, [at(client, STRONG.situation.join(' '), 'It was slow.')]);
    const found = await client.type(STORY, 's', '## Learning');
    expect(found.filter(({ code }) => code === 'vague-verb').map(({ range }) => client.document(STORY).getText(range))).toEqual(['fixed the problem']);
  });

  test.each([
    ['opened again without being closed', (text: string) => client.open(STORY, text, 'markdown', 7)],
    ['pasted over', (text: string) => client.replace(STORY, text)],
  ])('a key in another text, %s, that nobody has asked about yet: what was found in the one before is forgotten', async (_, become) => {
    await client.edit(STORY, [at(client, BEHIND, 'I fixed the problem.')]);
    expect(await client.codes(STORY)).toEqual(['vague-verb']);
    await become('# Short\n\nI wrote.');
    const found = await client.type(STORY, 'x', '# Short');
    expect(positionsOutside(found, [client.text(STORY)])).toEqual([]);
  });

  test('a heading under way takes nothing away', async () => {
    await client.edit(STORY, [at(client, STRONG.tradeoff[0]!, '')]);
    expect(await client.codes(STORY)).toContain('no-tradeoff');
    expect(codesOf(await client.type(STORY, '\n-', BEHIND))).toContain('no-tradeoff');
  });

  test('the same review is sent again once it is settled', async () => {
    await client.type(STORY, ' I fixed the problem', BEHIND);
    const quiet = await client.report(STORY);
    expect((await client.report(STORY, quiet.resultId)).kind).toBe('unchanged');
    await settled();
    expect((await client.report(STORY, quiet.resultId)).kind).toBe('full');
  });

  test('other views are of the text as it is', async () => {
    await client.type(STORY, ' I fixed the problem', BEHIND);
    const range = at(client, 'fixed the problem', '').range;
    expect((await client.codeActions(STORY, range)).map(({ title }) => title)).toContainEqual(expect.stringMatching(/^Write "/));
  });
});

describe('what is no typing is judged at once', () => {
  let client: Client;
  beforeEach(async () => {
    client = await Client.withClock(clock);
    await client.open(STORY, story());
    await client.pull(STORY);
  });
  afterEach(async () => {
    expect(await client.stop()).toBe(0);
  });

  test('right after opening', async () => {
    await client.open('file:///stories/other.star.md', story({ implementation: ['I fixed the problem'] }));
    expect(await client.codes('file:///stories/other.star.md')).toContain('vague-verb');
  });

  test('a paste', async () => {
    await client.edit(STORY, [at(client, BEHIND, 'I fixed the problem.')]);
    expect(await client.codes(STORY)).toEqual(['vague-verb']);
  });

  test('a new text', async () => {
    await client.replace(STORY, story({ tradeoff: [] }));
    expect(await client.codes(STORY)).toContain('no-tradeoff');
  });

  test('an undo', async () => {
    await client.edit(STORY, [at(client, 'I cut the timeout to two seconds', 'I cut it')]);
    await client.edit(STORY, [at(client, STRONG.tradeoff[0]!, '')]);
    expect(await client.codes(STORY)).toContain('no-tradeoff');
  });

  test('a fix as short as a key', async () => {
    await client.replace(STORY, story({ task: [], diagnosis: ['We compared the traces.'], rootCause: ['We found the cause.'], tradeoff: [], implementation: ['We cut the timeout.'], prevention: ['We added an alert.'] }));
    const finding = (await client.pull(STORY)).find(({ code }) => code === 'team-only-voice')!;
    const [fix] = (await client.codeActions(STORY, finding.range, { diagnostics: [finding] })).filter(({ title }) => title.startsWith('Say "I '));
    await client.edit(STORY, plainEdits(fix!, STORY));
    expect(await client.codes(STORY)).not.toContain('team-only-voice');
  });
});

test('a client that cannot be told to ask again sees every review', async () => {
  const capabilities: ClientCapabilities = { ...PULL, workspace: { ...PULL.workspace, diagnostics: { refreshSupport: false } } };
  const client = await Client.withClock(clock, { capabilities });
  await client.open(STORY, story());
  await client.pull(STORY);
  expect(codesOf(await client.type(STORY, ' I fixed the problem', BEHIND))).toEqual(['vague-verb']);
  await client.stop();
});

test('a client that is sent diagnostics is sent them once typing pauses', async () => {
  const client = await Client.withClock(clock, { capabilities: PUSH });
  await client.open(STORY, story());
  await client.until(() => client.published.length === 1);
  await client.type(STORY, ' I fixed the problem', BEHIND);
  expect(client.published.flatMap(({ diagnostics }) => diagnostics)).toEqual([]);
  clock.pause();
  const found = await client.until(() => client.published.find(({ diagnostics }) => diagnostics.length > 0));
  expect(codesOf(found.diagnostics)).toEqual(['vague-verb']);
  expect(found.version).toBe(client.document(STORY).version);
  await client.close(STORY);
  await client.until(() => client.published.at(-1)!.diagnostics.length === 0);
  await client.stop();
});

/** An edit that replaces words where they first stand. */
function at(client: Client, words: string, newText: string) {
  const document = client.document(STORY);
  const start = document.getText().indexOf(words);
  return { range: { start: document.positionAt(start), end: document.positionAt(start + words.length) }, newText };
}
