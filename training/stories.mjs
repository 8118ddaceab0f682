// Reads the annotated stories and shows each of their sentences to the engine.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const BEATS = {
  O: 'ownership', F: 'failure-mode', C: 'root-cause', T: 'tradeoff', P: 'prevention',
  M: 'measured-result', D: 'directional-result', B: 'business-impact', V: 'validation', L: 'learning',
};
const LABELS = { s: 'Situation', t: 'Task', a: 'Action', r: 'Result', l: 'Learning' };

/** Every annotated story: `{ id, source, sentences: [{ t, r, b }] }`. */
export function readStories(folder) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').split('\n').filter(Boolean).map((line) => ({ source: name.replace('.jsonl', ''), ...JSON.parse(line) })));
}

/** The story as Markdown, a paragraph for each annotated sentence; with a label for each part, or without any. */
export function render(story, labelled) {
  const lines = [];
  const starts = [];
  let length = 0;
  const push = (line) => {
    lines.push(line);
    length += line.length + 2;
  };
  story.sentences.forEach(({ t, r }, index) => {
    if (labelled && r !== story.sentences[index - 1]?.r) push(`## ${LABELS[r]}`);
    starts.push(length);
    push(t.replace(/^\s*(?:[-*+>#]|\d+[.)])\s+/, '').replace(/\s+/g, ' '));
  });
  return { text: lines.join('\n\n'), starts };
}

/** What the engine hears in each annotated sentence: `{ features, truth: Set<beat> }`. */
export function listen(story, labelled, engine) {
  const { text, starts } = render(story, labelled);
  const rubric = engine.builtinRubric();
  const heard = engine.parseStory(text).tellings.flatMap((telling) => engine.hear(telling, rubric));
  return story.sentences.map(({ b }, index) => {
    const [from, to] = [starts[index], starts[index + 1] ?? text.length + 1];
    const parts = heard.filter(({ sentence }) => sentence.start >= from && sentence.start < to);
    return { truth: new Set([...b].map((letter) => BEATS[letter])), features: union(parts, rubric, engine) };
  });
}

/** The examples of the rubric's own files: `{ beat, heard, features }`. */
export function listenTo(rubric, engine) {
  return rubric.data.beats.flatMap((beat) =>
    Object.entries(beat.examples).flatMap(([kind, texts]) =>
      texts.map((text) => {
        const [telling] = engine.parseStory(`## ${beat.section}\n\n${text}`).tellings;
        return { beat: beat.id, heard: kind === 'heard', features: union(engine.hear(telling, rubric), rubric, engine) };
      }),
    ),
  );
}

function union(parts, rubric, engine) {
  return [...new Set(parts.flatMap((part) => engine.sentenceFeatures(part, rubric)))];
}
