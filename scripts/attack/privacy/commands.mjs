import fs from 'node:fs';
import path from 'node:path';

/** Every command of the command line as `{ args, input }`; the folder has the stories of marks.mjs. */
export function commandsIn(folder) {
  const out = (name) => path.join(folder, 'out', name);
  fs.mkdirSync(path.join(folder, 'out'), { recursive: true });
  const story = fs.readFileSync(path.join(folder, 'a.star.md'), 'utf8');
  return [
    ...['pretty', 'json', 'compact', 'github', 'sarif'].map((format) => ({ args: ['check', '--format', format] })),
    { args: ['check', '-', '--stdin-filename', 'in.star.md'], input: story },
    { args: ['check', '-'], input: Buffer.concat([Buffer.from([0xff, 0xfe, 0x00]), Buffer.from(story)]) },
    { args: ['check', '--fix', 'terms'] },
    { args: ['check', '--print-config', 'a.star.md'] },
    { args: ['check', '--rubric', 'no-rubric', 'a.star.md'] },
    { args: ['match', 'Tell me about a zqvxquestion that failed'] },
    { args: ['match', 'Tell me about an outage', '--format', 'json'] },
    ...['pretty', 'json', 'md', 'html'].map((format) => ({ args: ['coverage', '--format', format] })),
    { args: ['rehearse', 'a.star.md'] },
    { args: ['rehearse', 'a.star.md', '--transcript', 'said.txt', '--seconds', '70', '--format', 'json'] },
    { args: ['rehearse', 'a.star.md', '--transcript', '-'], input: 'I traced the zqvxretry storm' },
    { args: ['rehearse', 'broken-0.star.md'] },
    ...['cards.html', 'cards.md', 'cards.csv'].map((file) => ({ args: ['export', '--to', out(file)] })),
    { args: ['export', '--redact', '--to', out('redacted.html')] },
    { args: ['new', out('new.star.md'), '--shape', 'mistake', '--title', 'My zqvxtitle'] },
    { args: ['new', out('from.star.md'), '--from', 'postmortem.md'] },
    { args: ['new', out('input.star.md'), '--from', '-'], input: story },
    { args: ['rubric', 'explain', 'no-tradeoff'] },
    { args: ['rubric', 'check', 'out'] },
    { args: ['--help'] },
    { args: ['--version'] },
  ];
}
