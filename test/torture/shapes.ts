/** Texts that no person writes by hand, each about so many UTF-16 units long: what a reader could take far too long over. */
export const SHAPES: Readonly<Record<string, (size: number) => string>> = {
  'an ordinary story, over and over': (size) => fill(size, (at) => `${at === 0 ? STORY : STORY.replaceAll('## ', '### ')}\n`),
  'sections without end': (size) => fill(size, () => STORY),
  'a line of spaces': (size) => inStory(' '.repeat(size)),
  'a bar and a line of spaces': (size) => inStory(`a | b\n--|--\nx |${' '.repeat(size)}y\n`),
  'a word, spaces and a word': (size) => inStory(`Then${' '.repeat(size)}went`),
  'a label and spaces': (size) => inStory(`**Result${' '.repeat(size)}x:** fine`),
  'a heading of spaces': (size) => inStory(`## Result${' '.repeat(size)}x`),
  'tabs after a comment': (size) => inStory(`<!-- star-disable-line no-tradeoff -->${'\t'.repeat(size)}x`),
  'blank lines': (size) => inStory('\n'.repeat(size)),
  'blank lines with spaces': (size) => inStory(fill(size, () => '  \t \n')),
  'quoted blank lines': (size) => inStory(fill(size, () => '>\n')),
  bars: (size) => inStory('|'.repeat(size)),
  'quote marks': (size) => inStory('>'.repeat(size)),
  'a line of stars': (size) => inStory('*'.repeat(size)),
  'stars and words': (size) => inStory(fill(size, (at) => (at % 2 ? '*a ' : '**a'))),
  underscores: (size) => inStory(fill(size, () => '_a')),
  dashes: (size) => inStory('-'.repeat(size)),
  'full stops': (size) => inStory('.'.repeat(size)),
  'marks after full stops': (size) => inStory(`Done.${'")'.repeat(size / 2)}x`),
  'colons and spaces': (size) => inStory(`Result:${' \t'.repeat(size / 2)}`),
  backslashes: (size) => inStory('\\'.repeat(size)),
  ampersands: (size) => inStory('&a'.repeat(size / 2)),
  'runs of back-ticks, each longer': (size) => inStory(fill(size, (at) => `${'`'.repeat(at + 1)} `)),
  'back-ticks': (size) => inStory(fill(size, () => '`a')),
  'open brackets': (size) => inStory('['.repeat(size)),
  'open links': (size) => inStory('[a]('.repeat(size / 4)),
  'open images': (size) => inStory('![a'.repeat(size / 3)),
  'slots in slots': (size) => inStory(`${'['.repeat(size / 2)}a${']'.repeat(size / 2)}`),
  slots: (size) => inStory(fill(size, () => 'I fixed [the part] at [time]. ')),
  braces: (size) => inStory('{{'.repeat(size / 2)),
  'link definitions': (size) => inStory(fill(size, (at) => `[a${at}]: /x "t"\n`)),
  'open tags': (size) => inStory('<a '.repeat(size / 3)),
  'open comments': (size) => inStory(fill(size, () => 'a <!-- b ')),
  'open declarations': (size) => inStory(fill(size, () => 'a <!A <?b <![CDATA[ ')),
  'nested lists': (size) => inStory(fill(size, () => `${'- '.repeat(250)}deep\n\n`)),
  'lists, each line deeper': (size) => inStory(fill(size, (at) => `${'  '.repeat(at)}- a\n`)),
  'nested numbers': (size) => inStory(fill(size, () => `${'1. '.repeat(170)}deep\n\n`)),
  'quotes and lists in each other': (size) => inStory(fill(size, () => `${'> - '.repeat(60)}**deep *er** and*\n`)),
  'lazy quotes': (size) => inStory(fill(size, (at) => (at === 0 ? '> It began.\n' : 'and went on in the same way\n'))),
  'quotes without space': (size) => inStory(fill(size, () => '>a\n')),
  headings: (size) => fill(size, (at) => `# Part ${at}\n`),
  'headings of sections': (size) => fill(size, (at) => `## ${['Situation', 'Action', 'Result'][at % 3]!}\n`),
  'framings': (size) => inStory(fill(size, (at) => `## Framing: ${at}\n\n### Action\n\nI chose ${at} over two.\n\n`)),
  notes: (size) => inStory(fill(size, (at) => `## Notes\n\nMore of it, ${at}.\n\n`)),
  'underlined headings': (size) => fill(size, () => 'Result\n---\n'),
  'one heading': (size) => `# ${'Result of it '.repeat(size / 13)}\n`,
  'one long word': (size) => inStory('a'.repeat(size)),
  'one long capital word': (size) => inStory('A'.repeat(size)),
  'one long number': (size) => inStory('1'.repeat(size)),
  'digits and commas': (size) => inStory(`1${',1_'.repeat(size / 3)}`),
  'dotted words': (size) => inStory('a.b'.repeat(size / 3)),
  'one long line of Han': (size) => inStory('我们修复了它'.repeat(size / 6)),
  'surrogate pairs': (size) => inStory('😀'.repeat(size / 2)),
  'halves of surrogate pairs': (size) => inStory('\ud83d'.repeat(size)),
  'combining marks': (size) => inStory(`e${'\u0301'.repeat(size)}`),
  'combining marks in a label': (size) => inStory(`**R${'\u0301\u0323'.repeat(size / 2)}:** a`),
  'short sentences': (size) => inStory(fill(size, () => 'I did. ')),
  'one sentence': (size) => inStory(fill(size, () => 'and then we moved the queue because the cost was less than ')),
  'one sentence of figures': (size) => inStory(fill(size, (at) => `from ${at} ms to ${at + 1}% `)),
  'evidence without end': (size) => inStory(fill(size, () => 'I chose a queue over a cron job, at the cost of one more service, and errors fell from 4% to 1%. ')),
  'vague without end': (size) => inStory(fill(size, () => 'We helped with stuff. ')),
  'list items': (size) => inStory(fill(size, () => '- I did it\n')),
  'items with labels': (size) => fill(size, (at) => `- **${['Situation', 'Task', 'Action', 'Result'][at % 4]!}:** x\n`),
  'initials as labels': (size) => fill(size, (at) => `${'STAR'[at % 4]!}: x\n`),
  'labels': (size) => fill(size, (at) => `**${['Situation', 'Action', 'Result'][at % 3]!}:** I did.\n\n`),
  'labels in one line': (size) => inStory(fill(size, (at) => `It was so. ${['Situation', 'Action', 'Result'][at % 3]!}: I did. `)),
  'bold in one line': (size) => inStory(fill(size, () => '**a** b ')),
  'code in one line': (size) => inStory(fill(size, () => '`a` b. ')),
  'bold lines of one paragraph': (size) => inStory(fill(size, () => '**a** b\n')),
  fences: (size) => inStory(fill(size, (at) => (at % 2 ? '~~~\n' : '```\n'))),
  'fences of prose': (size) => inStory(fill(size, () => '```\nThe whole queue stopped at noon and I was called to look into it at once.\n```\n')),
  'one open fence': (size) => inStory(`\`\`\`\n${fill(size, () => 'It said so.\n')}`),
  'rows without a rule': (size) => fill(size, () => 'a | b | c\n'),
  'a table of stories': (size) => fill(size, (at) => (at === 0 ? '| S | T | A | R |\n|---|---|---|---|\n' : '| it broke | mine | I fixed it | it ran |\n')),
  'a table down the side': (size) => fill(size, (at) => (at === 0 ? '| Part | Text |\n|---|---|\n' : `| ${['Situation', 'Task', 'Action', 'Result'][at % 4]!} | it was so |\n`)),
  'many tables': (size) => fill(size, () => '| S | it broke |\n|---|---|\n| A | I fixed it |\n| R | it ran |\n\n'),
  'rows of tabs': (size) => fill(size, (at) => (at === 0 ? 'Situation\tTask\tAction\tResult\n' : 'it broke\tmine\tI fixed it\tit ran\n')),
  'rules of tables': (size) => inStory(`a|b\n${'-|'.repeat(size / 2)}x`),
  'breaks in a cell': (size) => `| S | ${'x <br'.repeat(size / 6)} |\n| A | b |\n| R | c |\n`,
  'a postmortem': (size) => fill(size, (at) => `## ${['Summary', 'Impact', 'Root cause', 'Timeline', 'Action items'][at % 5]!}\n\nThe queue stopped.\n\n`),
  'a postmortem of fences': (size) => fill(size, (at) => `## ${['Summary', 'Impact', 'Root cause', 'Timeline', 'Action items'][at % 5]!}\n\n\`\`\`\nThe queue stopped.\n\n`),
  'front matter': (size) => `---\n${fill(size, (at) => `key${at}: 1\n`)}---\n${STORY}`,
  'front matter of rules': (size) => `---\nstar: 1\nrules:\n${fill(size, (at) => `  no-tradeof${at}: off\n`)}---\n${STORY}`,
  'front matter of names': (size) => `---\nstar: 1\nsignals: [${fill(size, (at) => `incident-judgment${at}, `)}]\n---\n${STORY}`,
  'front matter of metrics': (size) => `---\nstar: 1\nmetrics:\n${fill(size, (at) => `  - { name: m${at}, before: "${at}", after: "1" }\n`)}---\n${STORY}`,
  'front matter of aliases': (size) => `---\nstar: 1\naliases:\n${fill(size, (at) => `  Name${at}: x\n`)}---\n${STORY}`,
  'front matter, broken': (size) => `---\nstar: 1\ntitle: ${'['.repeat(size)}\n---\n${STORY}`,
  'front matter, deep': (size) => `---\n${fill(size, (at) => `${' '.repeat(at)}a:\n`)}---\n${STORY}`,
  'front matter of anchors': (size) => `---\nstar: 1\na: &a [x]\n${fill(size, (at) => `b${at}: [*a, *a]\n`)}---\n${STORY}`,
  'open front matter': (size) => `---\n${fill(size, (at) => `key${at}: 1\n`)}`,
  comments: (size) => inStory(fill(size, () => '<!-- no -->\n\n')),
  suppressions: (size) => inStory(fill(size, () => '<!-- star-disable-next-line no-tradeoff -->\nI did.\n\n')),
  'unknown suppressions': (size) => inStory(fill(size, (at) => `<!-- star-disable-line no-trade${at} -->\n`)),
  'one suppression of many names': (size) => inStory(`<!-- star-disable ${fill(size, (at) => `no-trade${at} `)} -->`),
  'suppressions switched on and off': (size) => inStory(fill(size, (at) => `<!-- star-${at % 2 ? 'enable' : 'disable'} no-tradeoff -->\n\nI did.\n\n`)),
  'suppressions never switched on': (size) => inStory(fill(size, () => '<!-- star-disable no-tradeoff -->\n\n')),
  'lone carriage returns': (size) => inStory('It went on.\r'.repeat(size / 12)).replaceAll('\n', '\r'),
  'carriage returns only': (size) => inStory('\r'.repeat(size)),
  nulls: (size) => inStory('\0'.repeat(size)),
};

const STORY =
  '## Situation\n\nA nightly import of 40,000 orders stopped at two in the morning, and the shop opened at six.\n\n' +
  '## Task\n\nI was on call and owned the import.\n\n' +
  '## Action\n\nI read the log and found a lock that nobody released. I chose a time limit over a restart, at the cost of one late batch. ' +
  'I wrote a test that holds the lock, and an alert that calls before the shop opens.\n\n' +
  '## Result\n\nImports that stopped fell from three a month to none in the half-year since.\n\n';

/** A story whose Action goes on with a text. */
function inStory(text: string): string {
  return STORY.replace('\n\n## Result', () => `\n\n${text}\n\n## Result`);
}

/** So many pieces, numbered from 0, that they fill a text. */
function fill(size: number, piece: (index: number) => string): string {
  const pieces: string[] = [];
  for (let length = 0, index = 0; length < size; index++) {
    pieces.push(piece(index));
    length += pieces[index]!.length;
  }
  return pieces.join('');
}
