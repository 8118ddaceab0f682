import { describe, expect, test } from 'vitest';
import { probeExamples } from '../../server/src/bank/index.js';
import { examplesOf } from '../../server/src/pack/index.js';
import { builtinRubric } from '../../server/src/rubric/builtin.js';

const rubric = builtinRubric();
const examples = [...examplesOf(rubric), ...probeExamples(rubric)].map((example) => ({ ...example, thing: `${example.kind}/${example.id}`, title: `${example.keys[1] ?? 'fill'}: ${example.text.trim().replace(/\s+/g, ' ')}` }));

describe.each([...new Set(examples.map(({ thing }) => thing))])('%s', (thing) => {
  test.each(examples.filter((example) => example.thing === thing))('$title', ({ holds, otherwise }) => {
    expect(holds(), otherwise).toBe(true);
  });
});
