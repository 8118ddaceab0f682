import { table } from '../story/table.js';

/** base → past tense, past participle (when it differs). */
const IRREGULAR: Record<string, string> = table({
  be: 'am is are was were been being', have: 'has had having', do: 'does did done doing', go: 'goes went gone going',
  say: 'said', make: 'made', take: 'took taken', get: 'got gotten', give: 'gave given', find: 'found', think: 'thought', tell: 'told',
  become: 'became', leave: 'left', feel: 'felt', put: 'put', bring: 'brought', begin: 'began begun', keep: 'kept', hold: 'held',
  write: 'wrote written', rewrite: 'rewrote rewritten', stand: 'stood', hear: 'heard', let: 'let', mean: 'meant', set: 'set', meet: 'met',
  run: 'ran run', pay: 'paid', sit: 'sat', speak: 'spoke spoken', lie: 'lay lain', lead: 'led', read: 'read', grow: 'grew grown',
  lose: 'lost', fall: 'fell fallen', send: 'sent', build: 'built', rebuild: 'rebuilt', understand: 'understood', draw: 'drew drawn', break: 'broke broken',
  spend: 'spent', cut: 'cut', rise: 'rose risen', drive: 'drove driven', buy: 'bought', wear: 'wore worn', choose: 'chose chosen',
  throw: 'threw thrown', catch: 'caught', deal: 'dealt', win: 'won', forget: 'forgot forgotten', shut: 'shut', hit: 'hit', know: 'knew known',
  see: 'saw seen', come: 'came come', show: 'showed shown', teach: 'taught', fight: 'fought', sell: 'sold', shake: 'shook shaken', wake: 'woke woken',
  split: 'split', spin: 'spun', stick: 'stuck', sweep: 'swept', swing: 'swung', undo: 'undid undone', overcome: 'overcame overcome', withdraw: 'withdrew withdrawn',
  freeze: 'froze frozen', hide: 'hid hidden', learn: 'learned learnt', burn: 'burned burnt', shed: 'shed', cost: 'cost', spread: 'spread', sleep: 'slept',
  undergo: 'underwent undergone', oversee: 'oversaw overseen', undertake: 'undertook undertaken', bind: 'bound', feed: 'fed', shrink: 'shrank shrunk', steal: 'stole stolen',
  ring: 'rang rung', sink: 'sank sunk', strike: 'struck', bend: 'bent', lend: 'lent', light: 'lit', seek: 'sought', shoot: 'shot', forgo: 'forwent forgone',
  override: 'overrode overridden', outgrow: 'outgrew outgrown', redo: 'redid redone', foresee: 'foresaw foreseen', bid: 'bid', quit: 'quit', reset: 'reset', offset: 'offset',
});

const DOUBLED_LONG = /(?:mit|fer|cur|bet|trol|pel|gret|bat|log|plug|tag|ship|step|stop|drop)$/;
const NOT_DOUBLED = /(?:[wxy]|ilot|imit|enter|ister|over|ffer|iver|ater|gger|tter|nter|sit|dit|fit|isit|benefit|cover|trigger|pilot|edit|audit|exit|limit|monitor|answer|offer|suffer|buffer|differ)$/;

const known = new Map<string, readonly string[]>();

/** Every form of an English verb, the base first: choose, chooses, choosing, chose, chosen. */
export function formsOf(base: string): readonly string[] {
  const found = known.get(base);
  if (found) return found;
  const forms = inflect(base);
  known.set(base, forms);
  return forms;
}

function inflect(base: string): string[] {
  const forms = new Set<string>([base]);
  if (base === 'be') {
    for (const form of IRREGULAR['be']!.split(' ')) forms.add(form);
    return [...forms];
  }
  forms.add(thirdPerson(base));
  forms.add(`${stemBefore(base, 'i')}ing`);
  const irregular = IRREGULAR[base];
  if (irregular) for (const form of irregular.split(' ')) forms.add(form);
  else forms.add(`${stemBefore(base, 'e')}ed`);
  if (/[aeiou]l$/.test(base) && !IRREGULAR[base]) {
    for (const end of ['ed', 'ing']) forms.add(`${base}l${end}`).add(`${base}${end}`);
  }
  if (base.endsWith('ize')) for (const form of formsOf(base.replace(/ize$/, 'ise'))) forms.add(form);
  return [...forms];
}

function thirdPerson(base: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

function stemBefore(base: string, ending: 'e' | 'i'): string {
  if (ending === 'i' && /ie$/.test(base)) return `${base.slice(0, -2)}y`;
  if (/[^aeoy]e$/.test(base) || /[^aeiou]?ue$/.test(base)) return base.slice(0, -1);
  if (ending === 'e' && /e$/.test(base)) return base.slice(0, -1);
  if (ending === 'e' && /[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}i`;
  return doubles(base) ? base + base[base.length - 1]! : base;
}

function doubles(base: string): boolean {
  if (!/[^aeiou][aeiou][bdfgklmnprtz]$/.test(base) || NOT_DOUBLED.test(base)) return DOUBLED_LONG.test(base) && !NOT_DOUBLED.test(base);
  const syllables = base.match(/[aeiouy]+/g)?.length ?? 0;
  return syllables === 1 || DOUBLED_LONG.test(base);
}
