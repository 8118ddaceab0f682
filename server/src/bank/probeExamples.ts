import { review } from '../review/index.js';
import type { Probe, Rubric } from '../rubric/index.js';
import { parseStory } from '../story/index.js';
import { raisedProbes } from './probes.js';

/** An example that a probe gives, in the form of the examples of other kinds. */
export interface ProbeExample {
  readonly kind: 'probes';
  readonly id: string;
  /** Where it stands in the probe. */
  readonly keys: readonly (string | number)[];
  readonly text: string;
  readonly holds: () => boolean;
  /** What is wrong when it does not hold. */
  readonly otherwise: string;
}

/** Every example of a rubric's probes, in the order of the files. */
export function probeExamples(rubric: Rubric): ProbeExample[] {
  return rubric.data.probes.flatMap((probe) => {
    const of = { kind: 'probes' as const, id: probe.id };
    return [
      ...probe.examples.asks.map((text, index) => ({ ...of, keys: ['examples', 'asks', index], text, holds: () => raises(rubric, probe, text), otherwise: 'This should raise the question, and does not.' })),
      ...probe.examples.silent.map((text, index) => ({ ...of, keys: ['examples', 'silent', index], text, holds: () => !raises(rubric, probe, text), otherwise: 'This should not raise the question, and does.' })),
    ];
  });
}

function raises(rubric: Rubric, probe: Probe, text: string): boolean {
  const reviewed = review(parseStory(storyOf(rubric, probe, text)), rubric);
  return raisedProbes(reviewed, rubric, reviewed.tellings[0]).some((raised) => raised.probe.id === probe.id);
}

/** A text with headings is a story; a sentence stands alone under the section that the probe is about. */
function storyOf(rubric: Rubric, { cues, heard }: Probe, text: string): string {
  if (/^(?:##|---)/m.test(text)) return text;
  const role = cues[0]?.in?.[0] ?? heard.map((id) => rubric.beat(id)?.section)[0] ?? 'action';
  return `## ${role === 'body' ? 'Action' : role[0]!.toUpperCase() + role.slice(1)}\n\n${text.trim()}\n`;
}
