import { describe, expect, test } from 'vitest';
import type { CompletionItem, TextEdit } from 'vscode-languageserver-types';
import { readPack } from '../../server/src/pack/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';
import { compileRubric, type Rubric } from '../../server/src/rubric/index.js';
import { completions, hover, reviewedStory, TRIGGER_CHARACTERS, type CompletionOptions } from '../../server/src/service/index.js';
import { LineIndex, parseStory } from '../../server/src/story/index.js';

interface Asked extends Partial<CompletionOptions> {
  readonly rubric?: Rubric;
}

function cursorIn(marked: string, rubric = builtinRubric()) {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const reviewed = reviewedStory({ uri: 'file:///a.star.md', version: 1 }, parseStory(text), rubric, {});
  return { text, reviewed, position: new LineIndex(text).positionAt(offset) };
}

/** What is offered at the `|` of a text, in the order in which an editor shows it. */
function itemsAt(marked: string, { rubric, ...options }: Asked = {}): CompletionItem[] {
  const { reviewed, position } = cursorIn(marked, rubric);
  const items = completions(reviewed, position, { snippets: false, ...options });
  for (const { textEdit } of items) {
    const { start, end } = (textEdit as TextEdit).range;
    expect([start.line, end.line]).toEqual([position.line, position.line]);
    expect(start.character <= position.character && position.character <= end.character).toBe(true);
  }
  return items.sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
}

const labelsAt = (marked: string, asked?: Asked): string[] => itemsAt(marked, asked).map(({ label }) => label);

/** The text after the item with this label was taken. */
function taken(marked: string, label: string, asked?: Asked): string {
  const { text } = cursorIn(marked);
  const item = itemsAt(marked, asked).find((candidate) => candidate.label === label);
  if (!item) throw new Error(`no ${label} among ${labelsAt(marked, asked).join(', ')}`);
  const { range, newText } = item.textEdit as TextEdit;
  const lines = new LineIndex(text);
  return text.slice(0, lines.offsetAt(range.start)) + newText + text.slice(lines.offsetAt(range.end));
}

const TOLD = `# Late ferries

## Situation
For a week the ferry board showed yesterday's times to 300 travellers.

## Task
I owned the board.

## Action
I compared the cache with the timetable and saw stale entries, which ruled out the feed.
`;
const front = (lines: string): string => `---\n${lines}\n---\n\n${TOLD}`;

describe('headings', () => {
  test('inside an Action its steps come first, those first of which nothing is heard', () => {
    expect(labelsAt(`${TOLD}\n#|`).slice(0, 6)).toEqual(['### Root cause', '### Tradeoff', '### Implementation', '### Prevention', '### Diagnosis', '## Result']);
  });
  test('a step that has its heading is not offered again', () => {
    expect(labelsAt(`${TOLD}\n### Tradeoff\n\nI chose one.\n\n###|`)).not.toContain('### Tradeoff');
  });
  test('as many hashes as a section has ask for a section', () => {
    expect(labelsAt(`${TOLD}\n##|`).slice(0, 3)).toEqual(['## Result', '## Learning', '## Framing: …']);
  });
  test('steps are told in the Action alone', () => {
    expect(labelsAt(`${TOLD}\n## Result\n\nIt was right again.\n\n###|`)[0]).toBe('## Learning');
    expect(labelsAt(`${TOLD}\n## Notes\n\nAsk the harbour.\n\n#|`)).not.toContain('### Tradeoff');
  });
  test('a framing and what is kept beside the story, each aside once', () => {
    expect(labelsAt(`${TOLD}\n## Notes\n\nAsk the harbour.\n\n## |`)).toEqual(['## Result', '## Learning', '## Framing: …', '## Follow-ups', '## Cues', '## Do not claim']);
    expect(taken(`${TOLD}\n## Do not c|`, '## Do not claim')).toBe(`${TOLD}\n## Do not claim`);
    expect(taken(`${TOLD}\n## F|`, '## Framing: …', { snippets: true })).toContain('## Framing: ${1:[what it shows]}');
  });
  test('in a framing, what the framing does not tell itself is inherited', () => {
    expect(labelsAt(`${TOLD}\n## Result\n\nIt was right.\n\n## Framing: Care\n\n### Action\n\nI called them.\n\n####|`)[0]).toBe('#### Diagnosis');
  });
});

describe('words for a slot', () => {
  const pack = (files: Record<string, string>): Rubric => compileRubric(readPack(Object.entries(files).map(([path, text]) => ({ path, text })), builtinRubric().data).data);

  test('come from the word lists that serve it', () => {
    expect(labelsAt(`${TOLD}I [ve|rb] the feed.`)).toContain('throttled');
    expect(labelsAt(`${TOLD}I chose [your option]| over waiting.`)).toContain('a fix forward');
    expect(taken(`${TOLD}I [verb|] the feed.`, 'isolated')).toBe(`${TOLD}I isolated the feed.`);
  });
  test('replace the slot while its tab stop is selected, and while a word is begun in it', () => {
    const [item] = itemsAt(`${TOLD}The root cause was [cause]|.`);
    expect(item!.filterText!.startsWith('[cause]')).toBe(true);
  });
  test.each(['For [duration|] it was wrong.', 'It fell from [before|] to [after].', 'I asked [someone|] first.', 'I read [the log|](log.md).'])('nothing fits in: %s', (sentence) => {
    expect(labelsAt(TOLD + sentence)).toEqual([]);
  });
  test('a pack adds some, and lists of its own; figures and patterns are left out', () => {
    const rubric = pack({
      'lexicons/precise-verb.yaml': 'extends: precise-verb\nwords: [rescheduled]\n',
      'lexicons/our-parts.yaml': 'id: our-parts\nabout: Our services.\nslots: [component]\nwords: [the tide table, <berth>, (old|new) pier, 40 piers]\n',
    });
    expect(labelsAt(`${TOLD}I [verb|] it.`, { rubric })).toContain('rescheduled');
    expect(labelsAt(`${TOLD}I changed [component|] to wait.`, { rubric })).toEqual(['the tide table', 'berth']);
  });
});

describe('keys of the front matter', () => {
  test('those that are not there yet, in the order in which they are written', () => {
    expect(labelsAt(front('star: 1\n|\nshape: mistake'))).toEqual(['title', 'signals', 'profile', 'status', 'metrics', 'questions', 'rehearsed', 'rules', 'aliases']);
    expect(itemsAt(front('sta|'))[0]!.documentation).toMatch(/story/);
  });
  test('before the block is closed', () => {
    expect(labelsAt('---\nstar: 1\nsh|')).toContain('shape');
  });
  test('a key that has its colon keeps what follows', () => {
    expect(taken(front('sha|p: mistake'), 'shape')).toBe(front('shape: mistake'));
  });
  test('a list opens its brackets, a title its quotation marks', () => {
    expect(taken(front('|'), 'signals', { snippets: true })).toContain('signals: [$0]');
    expect(taken(front('|'), 'signals')).toBe(front('signals: []'));
    expect(taken(front('|'), 'title')).toBe(front('title: "[title]"'));
  });
  test('an editor that can is asked to go on where a value is chosen from a list', () => {
    const follows = (label: string) => itemsAt(front('|'), { suggestCommand: 'suggest' }).find((item) => item.label === label)!.command?.command;
    expect(['shape', 'rules', 'title', 'aliases'].map(follows)).toEqual(['suggest', 'suggest', undefined, undefined]);
  });
  test('of a metric and of a rehearsal', () => {
    expect(labelsAt(front('metrics:\n  - { name: late boards, | }'))).toEqual(['before', 'after', 'window', 'confidence', 'source']);
    expect(labelsAt(front('metrics:\n  - na|'))).toContain('name');
    expect(labelsAt(front('rehearsed:\n  - date: 2026-03-01\n    |'))).toEqual(['seconds', 'note']);
  });
  test('of the rules: the findings of this story first', () => {
    expect(labelsAt(front('rules: { | }')).slice(0, 3)).toContain('no-tradeoff');
    expect(labelsAt(front('rules:\n  no-tradeoff: off\n  |'))).not.toContain('no-tradeoff');
  });
  test('keep the line endings of the story', () => {
    expect(taken(front('|').replace(/\n/g, '\r\n'), 'metrics')).toContain('metrics:\r\n  - { name: "[metric]"');
  });
});

describe('values of the front matter', () => {
  test.each([
    ['shape: |', 'mistake', 'shape: mistake'],
    ['shape:|', 'mistake', 'shape: mistake'],
    ['shape: prod|uction-inc # tonight', 'mistake', 'shape: mistake # tonight'],
    ['shape: "mis|"', 'mistake', 'shape: "mistake"'],
    ['shape: [slo-tradeoff,|]', 'mistake', 'shape: [slo-tradeoff, mistake]'],
    ['shape: [| slo-tradeoff]', 'mistake', 'shape: [mistake, slo-tradeoff]'],
    ['shape:\n  -|', 'mistake', 'shape:\n  - mistake'],
    ['shape:\n  - slo-tradeoff\n  - mi|', 'mistake', 'shape:\n  - slo-tradeoff\n  - mistake'],
    ['profile: star-l+|', 'star-l+esl', 'profile: star-l+esl'],
    ['profile: st|', 'star-l+esl', 'profile: star-l+esl'],
    ['status: |', 'draft', 'status: draft'],
    ['rules: { no-tradeoff: | }', 'hint', 'rules: { no-tradeoff: hint }'],
    ['metrics:\n  - name: late boards\n    confidence: |', 'directional', 'metrics:\n  - name: late boards\n    confidence: directional'],
    ['title: |', 'Late ferries', 'title: Late ferries'],
  ])('%j → %s', (lines, label, expected) => {
    expect(taken(front(lines), label)).toBe(front(expected));
  });
  test('a title is quoted where YAML needs it', () => {
    const named = front('title: |').replace('# Late', '# Ferries: "late"');
    expect(taken(named, 'Ferries: "late" ferries')).toContain('title: "Ferries: \\"late\\" ferries"\n');
  });
  test('have their title and their summary', () => {
    const mistake = itemsAt(front('shape: |')).find(({ label }) => label === 'mistake')!;
    expect(mistake.detail).toBe('Mistake');
    expect(mistake.documentation).toMatch(/\S/);
  });
  test('what is in the list is not offered again', () => {
    expect(labelsAt(front('signals: [ownership, |, judgment]'))).not.toEqual(expect.arrayContaining(['ownership']));
    expect(labelsAt(front('shape:\n- mistake\n- |'))).not.toContain('mistake');
  });
  test('a list of profiles is one profile and overlays', () => {
    expect(labelsAt(front('profile: [star-l, |]'))).toEqual(['esl']);
  });
  test('questions that this kind of story answers come first, those that want no story not at all', () => {
    const questions = labelsAt(front('shape: mistake\nquestions: [|]'));
    expect(questions[0]).toBe('made-a-mistake');
    expect(questions).not.toContain('essential-telemetry');
  });
});

describe('an empty document', () => {
  test.each(['|', '---|', '-|', 'star|', '\uFEFF|\n'])('%j is offered front matter and the kinds of story', (marked) => {
    expect(labelsAt(marked).slice(0, 2)).toEqual(['Front matter', 'A vague assignment']);
  });
  test('front matter is taken whole', () => {
    expect(taken('---|', 'Front matter')).toBe('---\nstar: 1\ntitle: "[title]"\nstatus: draft\n---\n');
  });
  test('below front matter a template comes without its own, first that of the kind it names', () => {
    const marked = '---\nstar: 1\nshape: mistake\n---\n\n|';
    expect(labelsAt(marked)[0]).toBe('Mistake');
    expect(taken(marked, 'Mistake').match(/^---$/gm)).toHaveLength(2);
  });
  test('what stands behind the cursor stays, as a heading that got onto the line', () => {
    expect(taken('---\nshape: |# A title\n\nIt was late.', 'mistake')).toContain('# A title');
    expect(taken('---\nstar: 1\nshape: |sl\n---\n', 'slo-tradeoff')).toBe('---\nstar: 1\nshape: slo-tradeoff\n---\n');
  });
  test('not in the fence itself, nor once there is text', () => {
    expect(labelsAt('---\nstar: 1\n---|')).toEqual([]);
    expect(labelsAt(`${TOLD}\n---|`)).toEqual([]);
  });
});

describe('prose is left alone', () => {
  test.each(TRIGGER_CHARACTERS.flatMap((character) => ['It was late', 'I asked the on', 'I said "wait', 'See section '].map((words) => `${words}${character}|`)))('%s', (sentence) => {
    expect(labelsAt(`${TOLD}\n${sentence} and more.`)).toEqual([]);
    expect(labelsAt(`${TOLD}\n${sentence}`)).toEqual([]);
  });
  test.each(['-|', '- |', '--|', '---|', '***|', 'Note:|', '1,|'])('%j at the start of a line', (line) => {
    expect(labelsAt(`${TOLD}\n${line}`)).toEqual([]);
  });
});

describe('hovering the front matter', () => {
  const hoverAt = (marked: string, format: 'markdown' | 'plaintext' = 'plaintext'): string | undefined => {
    const { reviewed, position } = cursorIn(front(marked));
    return (hover(reviewed, position, { hoverFormat: format, commandLinks: false })?.contents as { value: string } | undefined)?.value;
  };
  test.each([
    ['sha|pe: mistake', 'shape\n\nThe kind of story'],
    ['shape: [slo-tradeoff, mis|take]', 'Mistake · mistake\n\n'],
    ['signals: own|ership', ' · ownership\n\n'],
    ['profile: star-l+|esl', 'STAR-L, English as a further language · star-l+esl\n\n'],
    ['questions: [made-a-|mistake]', 'What did you get wrong, and what did you do once you knew? · made-a-mistake'],
    ['status: dr|aft', 'draft\n\nStill being written'],
    ['metrics:\n  - { name: x, confi|dence: exact }', 'confidence\n\nHow sure the figure is.'],
    ['rules: { no-trade|off: hint }', 'No tradeoff named · no-tradeoff\n\n'],
  ])('%s', (marked, said) => {
    expect(hoverAt(marked)).toContain(said);
  });
  test('in Markdown where the editor shows it', () => {
    expect(hoverAt('shape: mis|take', 'markdown')).toMatch(/^\*\*Mistake\*\* `mistake`\n\n\S/);
  });
  test.each(['title: Late fer|ries', 'layout: po|st', '# com|ment'])('says nothing of %s', (marked) => {
    expect(hoverAt(marked)).toBeUndefined();
  });
});
