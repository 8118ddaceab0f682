import { bundled } from '../../lib/bundled.mjs';

/** In this process: a review in which one thing throws has everything else. */
export async function checksThrow({ root, text }) {
  const engine = await bundled(root, 'server/src', `
    export { STRUCTURE_MEASURES, TELLING_MEASURES, FILE_MEASURES } from './review/checks.js';
    export { review } from './review/index.js';
    export { builtinRubric } from './rubric/builtin.js';
    export { parseStory } from './story/index.js';`);
  const rubric = engine.builtinRubric();
  const story = engine.parseStory(`${text}\n\nWe fixed it.\n`);
  const rules = Object.fromEntries(rubric.data.phrases.map(({ code }) => [code, 'hint']));
  const found = () => engine.review(story, rubric, { override: { rules } });
  const broke = [];
  let times = 0;
  const broken = (what, undo) => {
    times++;
    try {
      const { broken: named, tellings } = found();
      if (named.length > 0 && tellings[0].findings.length === 0) broke.push(`${what}: nothing else was found`);
      return named.length;
    } catch (error) {
      broke.push(`${what}: ${error.message}`);
      return 0;
    } finally {
      undo();
    }
  };
  const fault = () => {
    throw new Error('out of order');
  };
  let named = 0;
  for (const measures of [engine.TELLING_MEASURES, engine.FILE_MEASURES]) {
    for (const [name, whole] of Object.entries(measures)) {
      measures[name] = fault;
      named += broken(name, () => (measures[name] = whole));
    }
  }
  const { cuesOf } = rubric;
  for (const { code } of rubric.data.phrases) {
    rubric.cuesOf = (kind, id) => (kind === 'phrase' && id === code ? fault() : cuesOf.call(rubric, kind, id));
    named += broken(code, () => delete rubric.cuesOf);
  }
  if (named < 20) broke.push(`only ${named} checks were named`);
  return { times, broke };
}
