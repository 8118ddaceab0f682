// Names written in every way that a page still shows, in every place of a story, against everything that leaves without names.
import { bundled } from '../../lib/bundled.mjs';
import { dice } from './dice.mjs';
import { disguise, everyDisguise } from './disguises.mjs';
import { isOn, traceIn, tracesOf } from './eyes.mjs';

const LISTED = ['Contoso', 'Fabrikam Parcels', 'Zoë Kowalska', 'Müller & Söhne', "Siobhán O'Brien", 'Jean-Luc Wozniakowski', 'Größe AG', 'Yzqwx! North', 'Kontoso Łódź', 'Контосо', '株式会社コントソ', 'राज शर्मा', 'محمد الكنتوسو'];

const SHORT = '## Situation\n\nLabels were late, and one in ten boxes left the hall unmarked.\n\n## Task\n\nI was on duty.\n\n';
const [flat, whole] = [(name) => !/[\r\n]/.test(name), () => true];
/** Where a name can stand; in some places a line cannot end. */
const PLACES = [
  ['a sentence', whole, (name) => `${SHORT}## Action\n\nThen ${name} called, and I drained the queue by hand.\n`],
  ['the first words', whole, (name) => `${SHORT}## Action\n\n${name} called.\n`],
  ['the result', whole, (name) => `${SHORT}## Action\n\nI moved it.\n\n## Result\n\nThe delay at ${name} fell from 9 minutes to 2 within a month.\n`],
  ['a title', flat, (name) => `# ${name}, a story\n\n${SHORT}`],
  ['a framing', flat, (name) => `${SHORT}## Framing: ${name}\n\n### Action\n\nI called them.\n`],
  ['an item', whole, (name) => `${SHORT}## Action\n\n- I asked ${name}\n- and moved it\n`],
  ['a quotation', whole, (name) => `${SHORT}## Action\n\n> I asked ${name}, and moved it.\n`],
  ['a table', (name) => flat(name) && !name.includes('|'), (name) => `${SHORT}## Action\n\n| who | what |\n| - | - |\n| ${name} | I asked |\n`],
  ['a follow-up', flat, (name) => `${SHORT}## Action\n\nI moved it.\n\n## Follow-ups\n\n- What did ${name} say? ${name} agreed.\n`],
  ['a cue', flat, (name) => `${SHORT}## Action\n\nI moved it.\n\n## Cues\n\n- ${name} calls\n\n## Do not claim\n\n- ${name} paid\n`],
  ['a comment', (name) => flat(name) && !/<!--|-->/.test(name), (name) => `${SHORT}## Action\n\nI moved it. <!-- ${name} -->\n`],
  ['code', (name) => flat(name) && /^[\w '&!()-]*$/.test(name), (name) => `${SHORT}## Action\n\nI read \`${name}\`.\n\n    ${name}\n`],
];

/** Hosts, tickets and the like, which no list names. */
const FOUND = ['ledger-db-03.corp.fabrikam.test', 'mia.kowalska@fabrikam.test', 'QWXPAY-48213', '10.61.72.83', 'https://wiki.corp.fabrikam.test/secret-page', 'AKIAQ3EGPZ7TKX5M2WVN', '+49 171 5550 1234', 's3://fabrikam-ledger-prod/x'];

export async function attackRedaction(root, { soak, seed }) {
  const { redact, parseStory, hiding, review, builtinRubric, exportStories, CARD_FORMATS, reviewAnswer, reviewedStory } = await bundled(root, 'server/src', `
    export { redact, hiding } from './bank/index.ts'; export { parseStory } from './story/index.ts'; export { review } from './review/index.ts'; export { builtinRubric } from './rubric/builtin.ts';
    export { exportStories, CARD_FORMATS } from './rehearse/index.ts'; export { reviewAnswer } from './service/answers/index.ts'; export { reviewedStory } from './service/index.ts';`);
  const rubric = builtinRubric();
  const broke = { copies: new Set(), cards: new Set() };
  const times = { copies: 0, cards: 0 };
  const hunt = (name, { title, write }, [place, fits, put], terms, thorough) => {
    const written = write(name);
    // Whoever breaks a line inside a longer word has written no name.
    if (!fits(written) || (title.includes('camel') && /[\r\n]/.test(written))) return;
    const text = put(written);
    if (!isOn(text, name)) return;
    const traces = tracesOf(name);
    const told = (kind, what, said, markdown) => {
      times[kind]++;
      const trace = traceIn(said, traces, markdown);
      if (trace !== undefined) broke[kind].add(`${JSON.stringify(written)} (${title}, in ${place}) left “${trace}” in ${what}`);
    };
    const story = parseStory(text);
    told('copies', 'the redacted copy', redact(story, terms, 'story').text);
    if (!thorough) return;
    const options = { defaults: { confidentialTerms: terms } };
    const reviewed = review(story, rubric, options);
    const cards = [...exportStories([{ review: { ...reviewed, confidentialTerms: terms }, rubric, options, name: 'a' }], true)];
    for (const [format, print] of Object.entries(CARD_FORMATS)) told('cards', `the ${format} cards`, print(cards), format === 'md');
    if (reviewed.story.notAStory === undefined) told('cards', "an agent's answer", JSON.stringify(reviewAnswer(reviewedStory({ uri: 'file:///a.star.md', version: 1 }, story, rubric, options), null, hiding(story, terms))), false);
  };
  const singles = everyDisguise();
  const { roll, pick } = dice(seed);
  for (const name of LISTED) for (const one of singles) for (let nth = 0; nth < (soak ? PLACES.length : 1); nth++) hunt(name, one, soak ? PLACES[nth] : pick(PLACES), [name], roll(8) === 0);
  for (let nth = 0; nth < (soak ? 40_000 : 1000); nth++) hunt(pick(LISTED), disguise({ roll, pick }), pick(PLACES), LISTED, nth % 20 === 0);
  for (const name of FOUND) for (const [nth, place] of PLACES.entries()) hunt(name, { title: 'as it is', write: (same) => same }, place, [], nth === 0);
  const shown = (set) => [...set].slice(0, 20).map((line) => `${line} (seed ${seed})`);
  return [
    { what: `names and identifiers, disguised, in a redacted copy`, times: times.copies, broke: shown(broke.copies) },
    { what: 'the same on cue cards (HTML, Markdown, CSV) and in answers to agents', times: times.cards, broke: shown(broke.cards) },
  ];
}
