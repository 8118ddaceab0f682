// Reads and validates the YAML files of a rubric folder.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv } from 'ajv';
import { LineCounter, parseDocument } from 'yaml';

const SCHEMAS = { beats: 'beat', phrases: 'phrase', checks: 'check', wider: 'wider', shapes: 'shape', profiles: 'profile', lexicons: 'lexicon', templates: 'template', questions: 'questions' };

/** The rubric under `root/rubrics` as one RubricData. Throws one error that lists every problem with its file and line. */
export async function readRubric(root) {
  const folder = path.join(root, 'rubrics');
  const problems = [];
  const read = async (file, schema) => {
    const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(await readFile(path.join(folder, 'schema', `${schema}.json`), 'utf8')));
    return readFileOf(folder, file, validate, problems);
  };
  const data = { sources: await read('sources.yaml', 'sources'), signals: existsSync(path.join(folder, 'signals.yaml')) ? await read('signals.yaml', 'signals') : [] };
  for (const kind of Object.keys(SCHEMAS)) {
    if (!existsSync(path.join(folder, kind))) {
      data[kind] = [];
      continue;
    }
    const files = (await readdir(path.join(folder, kind))).filter((name) => name.endsWith('.yaml')).sort();
    const values = await Promise.all(files.map((name) => read(`${kind}/${name}`, SCHEMAS[kind])));
    data[kind] = values.filter((value) => value !== undefined).flat().map(COMPLETE[kind] ?? ((value) => value));
  }
  const hearing = path.join(folder, 'hearing.json');
  if (existsSync(hearing)) data.hearing = JSON.parse(await readFile(hearing, 'utf8'));
  if (problems.length) throw new Error(`The rubric is not valid:\n${problems.join('\n')}`);
  return data;
}

/** Fills in what a file may leave out, so that the engine meets one form only. */
const COMPLETE = {
  beats: (beat) => ({ ...beat, gaps: (beat.gaps ?? []).map((gap) => ({ alsoMissing: [], heard: [], ownSeverity: false, covers: [], ...gap })) }),
  phrases: ({ id, ...phrase }) => ({ instead: [], fills: [], covers: [], shapes: [], ...phrase, code: id }),
  checks: ({ id, ...check }) => ({ fills: [], covers: [], shapes: [], ...check, code: id }),
  wider: ({ id, ...criterion }) => ({ ...criterion, code: id }),
  shapes: (shape) => ({ cues: [], followUps: [], signals: [], ...shape }),
  profiles: (profile) => ({ overlay: false, sections: [], limits: {}, beats: {}, rules: {}, ...profile }),
  templates: (template) => ({ covers: [], ...template }),
  questions: (question) => ({ covers: [], ...question }),
};

async function readFileOf(folder, file, validate, problems) {
  const lines = new LineCounter();
  const document = parseDocument(await readFile(path.join(folder, file), 'utf8'), { lineCounter: lines, prettyErrors: false });
  const place = (offset) => {
    const { line, col } = lines.linePos(offset);
    return `rubrics/${file}:${line}:${col}`;
  };
  for (const error of document.errors) problems.push(`${place(error.pos[0])} ${error.message}`);
  if (document.errors.length) return undefined;
  const value = document.toJS();
  if (validate(value)) return value;
  for (const error of validate.errors) {
    const keys = error.instancePath.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const node = document.getIn(keys, true);
    problems.push(`${place(node?.range?.[0] ?? 0)} ${error.instancePath || 'the file'} ${error.message} ${JSON.stringify(error.params)}`);
  }
  return undefined;
}
