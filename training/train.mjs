// npm run train: learns rubrics/hearing.json from the annotated stories, and prints how well it hears authors it has not read.
// `--with DIR` (repeatable): labelled stories, as for `npm run eval`, that help to set the thresholds; never learned from.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadEngine } from './engine.mjs';
import { learn, sigmoid } from './model.mjs';
import { BEATS, listen, listenTo, readStories } from './stories.mjs';
import { choose, f1, sure } from './thresholds.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const beats = Object.values(BEATS);
/** A feature has to stand in so many stories to be learned. */
const SEEN = 4;
const OPTIONS = { l1: 3, l2: 1, epochs: 5 };
/** The rubric's own examples have to come out right. */
const PROMISED = 10;
/** A sentence that says a beat is rare among those that do not. */
const RARE = 2;

/** From this probability on a sentence comes near enough to a beat that nobody should be warned that it is missing. */
const DOUBT = 0.25;

/**
 * Thresholds that reading the findings changed. The search sees how often it is right and not how loud it is when it is wrong:
 * two sentences that only come near a tradeoff were taken for one, and a missing tradeoff is a warning.
 */
const BY_HAND = { tradeoff: { weak: 0.68, doubt: 0.3 } };

const { values } = parseArgs({ options: { with: { type: 'string', multiple: true, default: [] } } });
const engine = await loadEngine(root);
const stories = readStories(path.join(root, 'training/stories')).map((story) => ({ source: story.source, views: [listen(story, true, engine), listen(story, false, engine)] }));
const examples = listenTo(engine.builtinRubric(), engine);
console.log(`${stories.length} stories, ${stories.reduce((sum, { views }) => sum + views[0].length, 0)} sentences, ${examples.length} examples of the rubric`);

const rows = Object.fromEntries(beats.map((beat) => [beat, []]));
for (const source of new Set(stories.map((story) => story.source))) {
  const model = fit(stories.filter((story) => story.source !== source));
  for (const { views } of stories.filter((story) => story.source === source)) for (const view of views) for (const beat of beats) rows[beat].push(rowOf(view, beat, model));
}
const model = fit(stories);
const strangers = values.with.flatMap((folder) => engine.labelled(folder));
const thresholds = {};
for (const beat of beats) {
  const outside = strangers.filter(({ truth }) => truth.has(beat)).map(({ sentences, truth }) => ({ ...rowOf(sentences, beat, model), truth: truth.get(beat) }));
  thresholds[beat] = choose(rows[beat], outside);
  // The annotated stories are full of near misses on purpose: what is rare among strangers would count too much.
  thresholds[beat].doubt = Math.min(DOUBT, sure(outside.length > 0 ? outside : rows[beat], thresholds[beat]));
  Object.assign(thresholds[beat], BY_HAND[beat]);
  const { strong, weak, doubt } = thresholds[beat];
  const shown = (list) => (list.length ? f1(list, strong, weak).toFixed(3) : '  -  ');
  console.log(`${beat.padEnd(20)} strong ${strong.toFixed(2)} weak ${weak.toFixed(2)} doubt ${doubt.toFixed(2)}   unread authors ${shown(rows[beat])}   strangers ${shown(outside)}`);
}
console.log(`macro F1, authors not read: ${(beats.reduce((sum, beat) => sum + f1(rows[beat], thresholds[beat].strong, thresholds[beat].weak), 0) / beats.length).toFixed(3)}`);
write(model);

/** Learns every beat from some of the stories. */
function fit(some) {
  const index = indexOf(some);
  const sentences = some.flatMap(({ views }) => views.flat());
  const weights = beats.map((beat) => {
    const seen = sentences.map(({ features, truth }) => exampleOf(index, features, truth.has(beat)));
    const said = examples.filter((example) => example.beat === beat).map(({ features, heard }) => ({ ...exampleOf(index, features, heard), weight: PROMISED }));
    return learn([...seen, ...said], index.size + 1, OPTIONS);
  });
  return { index, weights };
}

function exampleOf(index, features, truth) {
  return { features: numbered(index, features), truth: truth ? 1 : 0, weight: truth ? RARE : 1 };
}

/** Features that enough stories have, each with a number; 0 is the base that every sentence has. */
function indexOf(some) {
  const counts = new Map();
  for (const { views } of some) for (const feature of new Set(views.flat().flatMap(({ features }) => features))) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const index = new Map();
  for (const [feature, count] of counts) if (count >= SEEN) index.set(feature, index.size + 1);
  return index;
}

function numbered(index, features) {
  return [0, ...features.flatMap((feature) => index.get(feature) ?? [])];
}

/** What decides whether a story says a beat: the probability and the cue of each sentence. */
function rowOf(sentences, beat, { index, weights }) {
  const learned = weights[beats.indexOf(beat)];
  return {
    truth: sentences.some(({ truth }) => truth?.has(beat)),
    sentences: sentences.map(({ features }) => ({
      likely: sigmoid(numbered(index, features).reduce((sum, i) => sum + learned[i], 0)),
      strong: features.includes(`!${beat}`),
      weak: features.includes(`?${beat}`),
    })),
  };
}

function write({ index, weights }) {
  const hundredths = (value) => Math.round(value * 100);
  const kept = {};
  for (const [feature, i] of [...index].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const speaks = weights.flatMap((learned, beat) => (Math.abs(hundredths(learned[i])) >= 5 ? [beat, hundredths(learned[i])] : []));
    if (speaks.length > 0) kept[feature] = speaks;
  }
  const hearing = {
    beats,
    base: weights.map((learned) => hundredths(learned[0])),
    strong: beats.map((beat) => thresholds[beat].strong),
    weak: beats.map((beat) => thresholds[beat].weak),
    doubt: beats.map((beat) => thresholds[beat].doubt),
    weights: kept,
  };
  const lines = Object.entries(kept).map(([feature, speaks]) => `    ${JSON.stringify(feature)}: ${JSON.stringify(speaks)}`);
  const head = JSON.stringify({ ...hearing, weights: undefined }).slice(0, -1).replace(/,"(base|strong|weak|doubt)"/g, ',\n  "$1"');
  writeFileSync(path.join(root, 'rubrics/hearing.json'), `${head},\n  "weights": {\n${lines.join(',\n')}\n  }\n}\n`);
  console.log(`rubrics/hearing.json: ${lines.length} features`);
}
