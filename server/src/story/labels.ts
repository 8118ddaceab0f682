import { LABELS_ABROAD } from './labelsAbroad.js';
import { table } from './table.js';
import type { AsideKind, Role, StepKind } from './types.js';

/** What a label announces. */
export type Meaning =
  | { readonly kind: 'section'; readonly covers: readonly Role[]; readonly initial?: true; readonly impact?: true; readonly step?: StepKind }
  | { readonly kind: 'step'; readonly step: StepKind }
  | { readonly kind: 'aside'; readonly aside: AsideKind }
  | { readonly kind: 'framing'; readonly title: string };

/** Labels as people write them, with those of neighbouring frameworks (CAR, PAR, SOAR, CARL, SPSIL). */
const ROLE_LABELS: Record<Exclude<Role, 'body'>, string> = {
  situation:
    'situation|context|background|setting|scenario|scene|challenge|the challenge|problem|problem statement|obstacle|obstacles|issue|issue summary|what happened|what was happening|setup|set up',
  task: 'task|tasks|goal|goals|objective|objectives|role|responsibility|responsibilities|mission|assignment|the ask|ask|target|what i was responsible for|what i had to do',
  action:
    'action|actions|approach|what i did|what we did|solution|steps|steps taken|action taken|actions taken|execution|process|response|how i did it|how i approached it|how i handled it|what i actually did|timeline|what i owned|key actions|work|personal action|personal actions|team action|team actions|personal contribution|my contribution',
  result: 'result|results|outcome|outcomes|end result|key results|final result|what changed|what happened next|results achieved',
  learning:
    "learning|learnings|lesson|lessons|lesson learned|lessons learned|lessons learnt|takeaway|takeaways|take away|key takeaway|key takeaways|reflection|reflections|what i learned|what i learnt|what we learned|what i'd do differently|what i would do differently|what id do differently|retrospective|growth|insight|insights|key learning|key learnings|in hindsight|hindsight",
};

const STEP_LABELS: Record<StepKind, string> = {
  diagnosis: 'diagnosis|investigation|detection|triage|debugging|analysis|misleading investigation',
  'root-cause': 'root cause|root causes|root cause analysis|cause|the cause|contributing factors',
  tradeoff: 'tradeoff|tradeoffs|trade off|trade offs|decision|decisions|the decision|options|options considered|alternatives|alternatives considered|why this approach|key decision',
  implementation: 'implementation|resolution|fix|the fix|mitigation|immediate mitigation|changes|what changed technically|rollout|how the incident was resolved|remediation',
  prevention:
    'prevention|guardrails|safeguards|preventive measures|preventative measures|corrective measures|corrective actions|corrective and preventative measures|corrective and preventive measures|follow up actions|action items|preventing recurrence|how we prevented it|permanent change',
};

const ASIDE_LABELS: Record<AsideKind, string> = {
  'follow-ups': 'follow ups|follow up|followups|follow up questions|interviewer follow up|interviewer follow ups|possible follow ups|probing questions|likely follow ups',
  cues: 'cues|cue card|cue cards|key points|talking points|bullet points|keywords',
  notes: 'notes|note|tips|tip|comments|why this works|why it works|interviewer notes|delivery notes',
  'do-not-claim': 'do not claim|dont claim|do not say|never claim',
  other: "question|prompt|tags|source|sources|tech stack|technologies|skills|competencies|competency|themes|signals|leadership principles|what they're looking for|why they ask|used for|use for|questions this answers|best for|nugget|headline|tl dr|tldr|one liner|evidence level|disclosure limit|disclosure|confidentiality",
};

const CANONICAL = new Map<string, Meaning>();
for (const [role, names] of [...Object.entries(LABELS_ABROAD), ...Object.entries(ROLE_LABELS)]) {
  for (const name of names.split('|')) CANONICAL.set(name, { kind: 'section', covers: [role as Role] });
}
for (const [step, names] of Object.entries(STEP_LABELS)) for (const name of names.split('|')) CANONICAL.set(name, { kind: 'step', step: step as StepKind });
for (const [aside, names] of Object.entries(ASIDE_LABELS)) for (const name of names.split('|')) CANONICAL.set(name, { kind: 'aside', aside: aside as AsideKind });
CANONICAL.set('impact', { kind: 'section', covers: ['result'], impact: true });
CANONICAL.set('business impact', { kind: 'section', covers: ['result'], impact: true });

const ABROAD = new Set(Object.values(LABELS_ABROAD).join('|').split('|'));

const INITIALS: Record<string, Role> = table({ s: 'situation', t: 'task', a: 'action', r: 'result', l: 'learning' });

/** Labels plain enough to be trusted without bold or a heading. */
const PLAIN_TRUST = /^(situation|context|background|task|goal|objective|my role|action|actions|approach|result|results|outcome|outcomes|impact|learning|learnings|lesson|lessons learned|lesson learned|takeaway|reflection|challenge|problem|solution|obstacle|what i did|notes|follow ups?|followups?)$/;

/** In characters: a label says what follows, and does not tell it. */
const LONGEST = 200;

/**
 * What a label's text announces, or undefined for text that is no label we know.
 * @param source the text as written, without Markdown
 * @param trust `plain` for a label with neither bold nor heading: only the best-known names count
 */
export function meaningOf(source: string, trust: 'marked' | 'plain'): Meaning | undefined {
  if (source.length > LONGEST && (source = source.trim()).length > LONGEST) return undefined;
  const framing = /^\s*framing\s*(?:[:—–-]\s*|\s)(.+)$/i.exec(source);
  if (framing && trust === 'marked') return { kind: 'framing', title: framing[1]!.trim() };
  const text = normalise(source);
  if (trust === 'plain' && /^\s*the\s/i.test(source)) return undefined;
  if (trust === 'plain' && !PLAIN_TRUST.test(text) && !ABROAD.has(text) && !/^[starl]$/.test(text) && !joined(text)) return undefined;
  return lookUp(text) ?? spelledInitial(text) ?? joined(text);
}

function normalise(source: string): string {
  let text = source
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/\p{Extended_Pictographic}|[\u200d\ufe0f\u20e3*_"“”]/gu, ' ')
    .trim()
    .replace(/\b[starl]\s*[([]\s*(situation|task|action|result|learning)s?\s*[)\]]/g, '$1')
    .replace(/^(?:step\s+|part\s+)?\d{1,2}\s*[.):—–-]\s*/, '')
    .replace(/[\s:：.\-—–]+$/, '');
  const bracket = /^(.*?)\s*[([]([^)\]]*)[)\]]\s*$/.exec(text);
  if (bracket) text = bracket[1]!.length <= 1 ? bracket[2]! : bracket[1]!;
  return text
    .replace(/[-–—]/g, ' - ')
    .replace(/\b(\w+)\s+-\s+(?=off|up|ups|down)/g, '$1 ')
    .replace(/^(?:the|my|our|key)\s+(?=\w)/, '')
    .replace(/\s+\d{1,2}$/, '')
    .replace(/[\s:.]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function lookUp(text: string): Meaning | undefined {
  const found = CANONICAL.get(text) ?? CANONICAL.get(text.replace(/'/g, ''));
  if (found) return found;
  const role = INITIALS[text];
  return role ? { kind: 'section', covers: [role], initial: true } : undefined;
}

/** "s - situation", "s: situation", "s situation". */
function spelledInitial(text: string): Meaning | undefined {
  const spelled = /^[starlcpo]\s*[-:. ]\s*(.+)$/.exec(text);
  return spelled ? CANONICAL.get(spelled[1]!) : undefined;
}

/** "situation and task", "result & learning", "s/t". */
function joined(text: string): Meaning | undefined {
  const parts = text.split(/\s*(?:&|\/|\+|,| and )\s*/);
  if (parts.length < 2 || parts.length > 3) return undefined;
  const covers: Role[] = [];
  let step: StepKind | undefined;
  for (const part of parts) {
    const meaning = lookUp(part.replace(/^(?:the|my|our)\s+/, ''));
    if (meaning?.kind === 'section') covers.push(...meaning.covers);
    else if (meaning?.kind === 'step') step ??= meaning.step;
    else return undefined;
  }
  if (covers.length === 0) return step ? { kind: 'step', step } : undefined;
  return { kind: 'section', covers: [...new Set(covers)], ...(step ? { step } : {}) };
}
