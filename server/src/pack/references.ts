import type { RubricData } from '../rubric/index.js';
import { MEASURES } from '../review/index.js';
import { didYouMean } from '../story/nearest.js';
import type { KindName } from './kinds.js';
import type { KeyPath } from './sourceFile.js';

/** Something that a thing of a rubric names and that does not exist, and under which keys it is named. */
export interface Dangling {
  readonly kind: KindName;
  readonly id: string;
  readonly keys: KeyPath;
  readonly message: string;
}

/** Every name in a rubric that leads nowhere. */
export function dangling(data: RubricData): Dangling[] {
  const known = knownNames(data);
  const found: Dangling[] = [];
  const look = (kind: KindName, id: string, what: keyof typeof known, keys: KeyPath, name: string | undefined): void => {
    if (name === undefined || known[what].has(name)) return;
    found.push({ kind, id, keys, message: `There is no ${what} "${name}".${didYouMean(name, [...known[what]])}` });
  };
  const all = (kind: KindName, id: string, what: keyof typeof known, keys: KeyPath, names: readonly string[] = []): void => names.forEach((name, index) => look(kind, id, what, [...keys, index], name));

  for (const beat of data.beats) {
    look('beats', beat.id, 'template', ['fill'], beat.fill);
    beat.gaps.forEach((gap, index) => {
      all('beats', beat.id, 'source', ['gaps', index, 'sources'], gap.sources);
      all('beats', beat.id, 'beat', ['gaps', index, 'alsoMissing'], gap.alsoMissing);
      all('beats', beat.id, 'beat', ['gaps', index, 'heard'], gap.heard);
      all('beats', beat.id, 'beat', ['gaps', index, 'surerWith'], gap.surerWith);
      all('beats', beat.id, 'beat', ['gaps', index, 'doubtfulWith'], gap.doubtfulWith);
    });
  }
  for (const [kind, criteria] of [['phrases', data.phrases], ['checks', data.checks]] as const) {
    for (const { code, sources, shapes, fills } of criteria) {
      all(kind, code, 'source', ['sources'], sources);
      all(kind, code, 'shape', ['shapes'], shapes);
      all(kind, code, 'template', ['fills'], fills);
    }
  }
  for (const { code, unlessHeard } of data.phrases) all('phrases', code, 'beat', ['unlessHeard'], unlessHeard);
  for (const { code, beats, topics, measure } of data.checks) {
    all('checks', code, 'beat', ['beats'], beats);
    all('checks', code, 'lexicon', ['topics'], topics);
    look('checks', code, 'measure', ['measure'], measure);
  }
  for (const shape of data.shapes) {
    look('shapes', shape.id, 'shape', ['kindOf'], shape.kindOf);
    look('shapes', shape.id, 'template', ['opening'], shape.opening);
    look('shapes', shape.id, 'template', ['template'], shape.template);
    all('shapes', shape.id, 'signal', ['signals'], shape.signals);
    all('shapes', shape.id, 'source', ['sources'], shape.sources);
    for (const beat of Object.keys(shape.beats)) look('shapes', shape.id, 'beat', ['beats', beat], beat);
  }
  for (const profile of data.profiles) {
    all('profiles', profile.id, 'source', ['sources'], profile.sources);
    for (const beat of Object.keys(profile.beats)) look('profiles', profile.id, 'beat', ['beats', beat], beat);
    for (const limit of Object.keys(profile.limits)) look('profiles', profile.id, 'limit', ['limits', limit], limit);
    all('profiles', profile.id, 'shape', ['themes'], profile.themes);
    for (const code of Object.keys(profile.rules)) look('profiles', profile.id, 'finding code', ['rules', code], code);
  }
  for (const question of data.questions) {
    all('questions', question.id, 'shape', ['shapes'], question.shapes);
    all('questions', question.id, 'signal', ['signals'], question.signals);
    all('questions', question.id, 'source', ['sources'], question.sources);
    look('questions', question.id, 'template', ['skeleton'], question.skeleton);
  }
  for (const { id, sources, heard } of data.signals) {
    all('signals', id, 'source', ['sources'], sources);
    heard.forEach(({ shapes, beats }, index) => {
      all('signals', id, 'shape', ['heard', index, 'shapes'], shapes);
      all('signals', id, 'beat', ['heard', index, 'beats'], beats);
    });
  }
  for (const { id, sources, rounds } of data.loops) {
    all('loops', id, 'source', ['sources'], sources);
    rounds.forEach(({ signals, shapes }, index) => {
      all('loops', id, 'signal', ['rounds', index, 'signals'], signals);
      all('loops', id, 'shape', ['rounds', index, 'shapes'], shapes);
    });
  }
  for (const { id, sources, steps } of data.plans) {
    all('plans', id, 'source', ['sources'], sources);
    steps.forEach(({ done }, index) => {
      all('plans', id, 'shape', ['steps', index, 'done', 'shapes'], done?.shapes);
      all('plans', id, 'signal', ['steps', index, 'done', 'signals'], done?.signals);
      all('plans', id, 'beat', ['steps', index, 'done', 'beats'], done?.beats);
    });
  }
  for (const probe of data.probes) {
    all('probes', probe.id, 'beat', ['heard'], probe.heard);
    all('probes', probe.id, 'beat', ['missing'], probe.missing);
    all('probes', probe.id, 'finding code', ['findings'], probe.findings);
    all('probes', probe.id, 'shape', ['shapes'], probe.shapes);
    all('probes', probe.id, 'beat', ['unlessHeard'], probe.unlessHeard);
    all('probes', probe.id, 'source', ['sources'], probe.sources);
  }
  for (const wording of data.wordings) {
    all('wordings', wording.id, 'shape', ['shapes'], wording.shapes);
    all('wordings', wording.id, 'signal', ['signals'], wording.signals);
    all('wordings', wording.id, 'beat', ['beats'], wording.beats);
    all('wordings', wording.id, 'source', ['sources'], wording.sources);
    look('wordings', wording.id, 'template', ['skeleton'], wording.skeleton);
  }
  for (const { id, sources } of data.templates) all('templates', id, 'source', ['sources'], sources);
  for (const { code, sources, beats, phrases } of data.wider) {
    all('wider', code, 'source', ['sources'], sources);
    all('wider', code, 'beat', ['beats'], beats);
    all('wider', code, 'finding code', ['phrases'], phrases);
  }
  return found;
}

/** Limits that the engine itself goes by. */
const LIMITS = ['targetSeconds', 'maxSeconds', 'wordsPerMinute', 'findingsPerSection'];

function knownNames(data: RubricData) {
  const ids = (list: readonly { readonly id: string }[]): Set<string> => new Set(list.map(({ id }) => id));
  const codes = [...data.beats.flatMap(({ gaps }) => gaps), ...data.phrases, ...data.checks, ...data.wider].map(({ code }) => code);
  return {
    beat: ids(data.beats),
    shape: ids(data.shapes),
    template: ids(data.templates),
    lexicon: ids(data.lexicons),
    signal: ids(data.signals),
    source: ids(data.sources),
    limit: new Set([...LIMITS, ...data.checks.flatMap(({ limit }) => limit ?? [])]),
    measure: new Set(MEASURES),
    'finding code': new Set(codes),
  };
}
