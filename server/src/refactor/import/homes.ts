import { meaningOf, type Meaning } from '../../story/labels.js';
import type { Role, StepKind } from '../../story/types.js';

/** Where a part of a postmortem belongs in a story. */
export type Home = { readonly role: Exclude<Role, 'body' | 'action'> } | { readonly step: StepKind } | 'notes';

/** The headings of postmortems. Impact is what was at stake; the timeline is material, not the story. */
const SITUATION =
  'summary|executive summary|incident summary|issue summary|overview|description|incident description|problem description|what happened|background|context|impact|customer impact|user impact|business impact|scope of impact|scope|symptoms|problem|problem statement';
const STEPS: Record<StepKind, string> = {
  diagnosis: 'detection|how we noticed|how it was detected|how we found out|investigation|diagnosis|triage|analysis',
  'root-cause': 'root cause|root causes|root cause analysis|root cause and trigger|cause|causes|contributing factors|trigger|trigger and cause|trigger and root cause|why it happened|five whys|5 whys',
  tradeoff: 'options|options considered|decision|decisions|tradeoffs',
  implementation: 'resolution|mitigation|recovery|resolution and recovery|mitigation and resolution|fix|the fix|response|remediation|workaround|how it was resolved|how we fixed it|what we did',
  prevention: 'action items|actions|follow ups|followups|follow up actions|follow up items|corrective actions|corrective and preventive actions|corrective and preventative measures|preventive measures|preventative measures|prevention|next steps|preventing recurrence|remediation items',
};
const LEARNING =
  "lessons|lessons learned|lessons learnt|learnings|learning|takeaways|what we learned|what i learned|what went well|what went wrong|what went badly|what went poorly|what didn't go well|what did not go well|what could have gone better|where we got lucky|retrospective";
const NOTES = 'timeline|incident timeline|chronology|timeline of events|appendix|attachments|glossary|links|references|participants|responders|supporting information|metadata|authors';

const HOMES = new Map<string, Home>();
for (const name of SITUATION.split('|')) HOMES.set(name, { role: 'situation' });
for (const [step, names] of Object.entries(STEPS)) for (const name of names.split('|')) HOMES.set(name, { step: step as StepKind });
for (const name of LEARNING.split('|')) HOMES.set(name, { role: 'learning' });
for (const name of ['result', 'results', 'outcome', 'outcomes']) HOMES.set(name, { role: 'result' });
for (const name of NOTES.split('|')) HOMES.set(name, 'notes');

/** Names that hardly any story has, so that two of them tell a postmortem. */
const TELLING =
  /^((executive |incident )?summary|impact|(customer|user|business) impact|(incident )?timeline|timeline of events|chronology|detection|trigger|trigger and (root )?cause|root causes?( analysis| and trigger)?|contributing factors|resolution|mitigation|recovery|resolution and recovery|action items|follow up (actions|items)|corrective actions|lessons learn(ed|t)|what went (well|wrong|badly|poorly)|where we got lucky)$/;

const LONGEST_NAME = 60;

/** Where a heading's text sends what stands under it; undefined for one that postmortems do not share. */
export function homeOf(heading: string): Home | undefined {
  return heading.length > LONGEST_NAME ? undefined : HOMES.get(plain(heading));
}

/** Whether a heading speaks for a postmortem. */
export function tellsPostmortem(heading: string): boolean {
  return heading.length <= LONGEST_NAME && TELLING.test(plain(heading));
}

/** What the story's own reader would take a heading for. */
export function readAs(heading: string): Meaning | undefined {
  return meaningOf(heading, 'marked');
}

function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/&/g, ' and ')
    .replace(/\([^)]*\)\s*:?\s*$/, '')
    .replace(/^[\s\d.):–—-]+(?=\p{L})/u, (number) => (/^\s*5\s/.test(number) ? number : ''))
    .replace(/[-–—/]/g, ' ')
    .replace(/[^\p{L}\p{N}' ]/gu, ' ')
    .replace(/^\s*(the|our)\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
}
