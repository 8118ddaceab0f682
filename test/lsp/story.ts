/** A strong story in labelled sections; each test removes or adds one thing. */
export const STRONG = {
  situation: [
    'I worked on the payment service that two hundred shops used for checkout.',
    'During the evening peak, one slow partner bank made checkout time out, and 4% of payments failed.',
    'It mattered because shoppers saw an error after they had entered their card.',
  ],
  task: ['I owned the investigation and the fix, and my goal was fewer than 1% failed payments before the holidays.'],
  diagnosis: [
    'I compared the traces of failed payments with the thread pool counters and saw calls to that bank holding every thread, which ruled out the database.',
  ],
  rootCause: [
    'The failure mode was pool exhaustion: whenever the bank slowed down, its calls starved the other banks.',
    'The root cause was a thirty-second timeout shared by all partners, which I confirmed with a replay in staging.',
  ],
  tradeoff: [
    'I chose a separate pool for each partner over one larger pool because it contained a slow bank, and the tradeoff I accepted was a few rejected payments for that bank.',
  ],
  implementation: ['I cut the timeout to two seconds, gave each bank its own pool, and released it to 5% of traffic first.'],
  prevention: [
    'To keep this from happening again, I added an alert on pool saturation for each partner and a load test with a slow bank to the release pipeline.',
  ],
  result: [
    'Over the following month, failed payments in the peak went from 4% to 0.6%, measured on the checkout dashboard.',
    'For the shops, that meant three hundred fewer lost orders a day.',
  ],
  learning: [
    'I learned that a shared limit makes every dependency as slow as the slowest one, and I now give each new partner its own timeout in the design review.',
  ],
} satisfies Record<string, readonly string[]>;

export type Parts = { [K in keyof typeof STRONG]: readonly string[] };

const HEADINGS: [keyof Parts, string][] = [
  ['situation', '## Situation'],
  ['task', '## Task'],
  ['diagnosis', '## Action\n\n### Diagnosis'],
  ['rootCause', '### Root cause'],
  ['tradeoff', '### Tradeoff'],
  ['implementation', '### Implementation'],
  ['prevention', '### Prevention'],
  ['result', '## Result'],
  ['learning', '## Learning'],
];

/** The strong story with some parts replaced; a part without sentences loses its heading too. */
export function story(changes: Partial<Parts> = {}): string {
  const parts: Parts = { ...STRONG, ...changes };
  const sections = HEADINGS.filter(([part]) => parts[part].length > 0).map(
    ([part, heading]) => `${heading}\n\n${parts[part].join(' ')}\n`,
  );
  return ['# Payment timeouts\n', ...sections].join('\n');
}
