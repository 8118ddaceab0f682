// The engine's own ears, bundled for Node: training must hear exactly what a review hears.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const LABELS = {
  ownership_stated: 'ownership', failure_mode_named: 'failure-mode', root_cause_named: 'root-cause', tradeoff_named: 'tradeoff',
  prevention_layer: 'prevention', measurable_result: 'measured-result', directional_result: 'directional-result',
  business_impact: 'business-impact', how_known: 'validation', learning_stated: 'learning',
};

/** The parts of the engine that training needs. */
export async function loadEngine(root) {
  const contents = `
    export { parseStory } from './story/index.js';
    export { builtinRubric } from './rubric/builtin.js';
    export { hear } from './review/hear.js';
    export { sentenceFeatures } from './review/beats.js';`;
  const outfile = path.join(mkdtempSync(path.join(tmpdir(), 'starwright-engine-')), 'engine.mjs');
  await build({
    stdin: { contents, resolveDir: path.join(root, 'server/src'), loader: 'ts' },
    bundle: true,
    outfile,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
    alias: { yaml: path.join(root, 'node_modules/yaml/browser/index.js') },
  });
  const engine = await import(pathToFileURL(outfile).href);
  rmSync(path.dirname(outfile), { recursive: true });
  return { ...engine, labelled: (folder) => labelledStories(folder, engine) };
}

/** Stories with labels for the whole text only: `{ truth: Map<beat, boolean>, sentences }`. */
function labelledStories(folder, engine) {
  const labels = JSON.parse(readFileSync(path.join(folder, 'labels.json'), 'utf8'));
  return Object.entries(labels).flatMap(([name, label]) => {
    const file = path.join(folder, `${name}.star.md`);
    if (!existsSync(file)) return [];
    const [telling] = engine.parseStory(readFileSync(file, 'utf8')).tellings;
    const truth = new Map(Object.entries(LABELS).flatMap(([key, beat]) => (typeof label[key] === 'boolean' ? [[beat, label[key]]] : [])));
    const rubric = engine.builtinRubric();
    return [{ truth, sentences: engine.hear(telling, rubric).map((heard) => ({ features: engine.sentenceFeatures(heard, rubric) })) }];
  });
}
