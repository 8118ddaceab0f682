import { bundled } from '../../lib/bundled.mjs';

/** In this process: a review in which one thing throws has everything else, and so has what is offered for it. */
export async function checksThrow({ root, text }) {
  const engine = await bundled(root, 'server/src', `
    export { STRUCTURE_MEASURES, TELLING_MEASURES, FILE_MEASURES } from './review/checks.js';
    export { review } from './review/index.js';
    export { codeActions, refactorActions, reviewedStory } from './service/index.js';
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
  const offers = offersThrow(engine, rubric, story, rules, fault);
  times += offers.times;
  broke.push(...offers.broke);
  if (named < 20) broke.push(`only ${named} checks were named`);
  return { times, broke };
}

const EVERYWHERE = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

/** Each text to fill in throws, one at a time: what is offered is what was offered without it. */
function offersThrow(engine, rubric, story, rules, fault) {
  const broke = [];
  const { template } = rubric;
  const options = { documentChanges: true, snippetEdits: true };
  const offered = () => {
    const reviewed = engine.reviewedStory({ uri: 'file:///a.star.md', version: 1 }, story, rubric, { override: { rules } });
    const offers = [engine.codeActions, engine.refactorActions].flatMap((offer) => offer(reviewed, EVERYWHERE, { diagnostics: [] }, options));
    return { titles: offers.map(({ title }) => title), named: reviewed.review.broken.length };
  };
  const before = offered().titles;
  let named = 0;
  for (const { id } of rubric.data.templates) {
    rubric.template = (asked) => (asked === id ? fault() : template.call(rubric, asked));
    try {
      const after = offered();
      named += after.named;
      if (after.titles.length === 0 || (after.named === 0 && after.titles.length < before.length)) broke.push(`${id}: ${before.length - after.titles.length} offers are gone`);
    } catch (error) {
      broke.push(`the text ${id}: ${error.message}`);
    } finally {
      delete rubric.template;
    }
  }
  if (named < 3) broke.push(`only ${named} fixes were named`);
  return { times: rubric.data.templates.length, broke };
}
