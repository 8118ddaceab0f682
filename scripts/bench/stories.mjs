// Stories made of small building blocks, the same ones each time: enough like real ones that everything in a review has something to do.
const SYSTEMS = 'ticket queue,invoice service,seat map,mail gateway,price cache,search index,login service,report builder,photo store,shift planner,order ledger,map tiles,chat relay,tax engine,backup job,parcel tracker'.split(',');
const FAULTS = 'ran out of connections,returned stale rows,retried without a limit,lost messages on restart,filled its disk,took nine seconds to answer,sent letters twice,fell behind by an hour,dropped every tenth request,locked the main table'.split(',');
const CAUSES = 'a timeout shared by all callers,a missing index on the join,a cache without an upper bound,a retry that never backed off,a clock that ran ahead on one host,a migration that was half done,a default that nobody had set,a queue with one consumer'.split(',');
const DEEDS = 'gave each caller its own pool,added the index in two steps,bounded the cache at ten thousand entries,made the retry back off with jitter,moved the job to its own host,wrote the migration again so that it could stop halfway,put the limit into the configuration,split the queue by customer'.split(',');
const OTHERS = 'buying a larger machine,rewriting the service,turning the feature off,moving it to another team,waiting for the vendor'.split(',');
const PEOPLE = 'the support team,two hundred shops,our night shift,the finance office,every new customer,field engineers'.split(',');
const PARTS = {
  Situation: [
    'I worked on the {system} that {people} relied on every day.',
    'In the spring it {fault} about {n} times a week.',
    'It mattered because {people} could not finish their work while it was down.',
    'Nobody had looked at it since the {system} was joined to it.',
  ],
  Task: ['I owned the investigation and the fix, and my goal was fewer than {n} failures a month.', 'My part was to find out why it {fault} and to keep it from spreading to the {system}.'],
  Action: [
    'I compared the traces of {n} failed requests with the counters of the {system} and saw the same pattern in both.',
    'The root cause was {cause}, which I confirmed with a replay in staging.',
    'I chose this over {other} because it could be undone in a minute, and the tradeoff I accepted was {n} ms more for each call.',
    'Then I {deed} and released it to {n}% of the traffic first.',
    'I wrote down what we knew every half hour so that {people} could plan around it.',
    'We had tried {other} a year before, and I asked the people who had done it what went wrong.',
    'A second look at the {system} showed that it {fault} for another reason as well, so I {deed}.',
    'To keep this from happening again, I added an alert on the {system} and a test with a slow caller to the release pipeline.',
    'I paired with a colleague who knew the {system} and left them a page that says how to roll it back.',
    'When the first attempt failed after {n} minutes I rolled back, read the logs and found {cause}.',
  ],
  Result: ['Over the following month, failures went from {n} a week to {m}, measured on the dashboard of the {system}.', 'For {people}, that meant {n} fewer calls a day.', 'The on-call engineer has not been paged for it since.'],
  Learning: ['I learned that {cause} hides until the {system} is busy, and I now ask for its limits in every design review.', 'I would talk to {people} a week earlier next time.'],
};
const FILL = { system: SYSTEMS, fault: FAULTS, cause: CAUSES, deed: DEEDS, other: OTHERS, people: PEOPLE };
const SHAPES = ['production-incident', 'capacity-planning', 'mistake', undefined, undefined];
const SIGNALS = ['incident-judgement', 'capacity-thinking', 'data-integrity', 'reliability-practice', undefined, undefined];

/** The text of the `nth` story: 150 to 900 words. */
export function storyText(nth) {
  const random = randomFrom(nth + 1);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const sentence = (template) => template.replace(/\{(\w+)\}/g, (_, name) => (name in FILL ? pick(FILL[name]) : String(2 + Math.floor(random() * (name === 'm' ? 8 : 90)))));
  const length = 3 + Math.floor(random() * 34);
  const parts = Object.entries(PARTS).map(([role, templates]) => {
    const count = role === 'Action' ? length : Math.min(templates.length, 1 + Math.floor(random() * 3));
    const sentences = Array.from({ length: count }, (_, i) => sentence(role === 'Action' ? pick(templates) : templates[i]));
    return `## ${role}\n\n${paragraphs(sentences)}\n`;
  });
  const front = Object.entries({ shape: pick(SHAPES), signals: pick(SIGNALS), status: pick(['ready', 'ready', 'draft', undefined]) }).flatMap(([key, value]) => (value ? [`${key}: ${value}\n`] : []));
  return `---\nstar: 1\n${front.join('')}---\n\n# The ${pick(SYSTEMS)} that ${pick(FAULTS)}, ${nth}\n\n${parts.join('\n')}`;
}

function paragraphs(sentences) {
  return sentences.map((sentence, i) => (i % 4 === 3 ? `${sentence}\n\n` : `${sentence} `)).join('').trim();
}

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SYLLABLES = 'ka,lo,mi,ren,tos,vel,dan,sor,bri,fen,gal,hul,nor,pim,quo,sta'.split(',');

const SYSTEM = new RegExp(`\\b(?:${SYSTEMS.join('|')})\\b`, 'g');

/** The text of the `nth` story with a name of its own in every sentence, so that no sentence is in two stories: whoever remembers what they read gains nothing. */
export function distinctStory(nth) {
  let named = nth * 1000;
  const name = () => {
    const syllables = Array.from({ length: 5 }, (_, place) => SYLLABLES[(named >> (4 * place)) & 15]).join('');
    named++;
    return syllables[0].toUpperCase() + syllables.slice(1);
  };
  const own = storyText(nth).replace(SYSTEM, () => `${name()} service`);
  return own.replace(/[^.\n]+\.(?=\s)/g, (sentence) => (/[A-Z][a-z]+ service/.test(sentence) ? sentence : `${sentence.slice(0, -1)} at ${name()}.`));
}

/** The text of the first story that has about so many words. */
export function storyOfWords(words) {
  for (let nth = 0; ; nth++) {
    const text = distinctStory(nth);
    if (Math.abs(text.split(/\s+/).length - words) <= words / 50) return text;
  }
}

/** The text of one story of so many characters, its parts one after another again and again. */
export function longStory(characters) {
  let text = distinctStory(0);
  for (let nth = 1; text.length < characters; nth++) text += distinctStory(nth).replace(/^---\n[^]*?\n---\n/, '').replaceAll(/^#/gm, '##');
  return text.slice(0, characters);
}

/** Where a person goes on writing in such a story: the line, and how far they have come after so many keys. */
export function writingPlace(text, keys) {
  return { line: text.split('\n').findIndex((line) => line.startsWith('I worked')), character: keys };
}
