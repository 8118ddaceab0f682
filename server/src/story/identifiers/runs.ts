import { isInnerHost, isOwnAddress, isOwnAddress6, isOwnHost, isOwnUrlHost } from './hosts.js';
import { secretIn } from './secrets.js';
import type { Identifying } from './types.js';
import { GENERIC_USERS, NO_TICKET, PUBLIC_SITES } from './wellKnown.js';

/** An ordinary word, with the marks after it: nothing that identifies is made of so few letters alone. */
const WORD = /^[a-z]{1,16}[.:!?]?$/i;
const SHORTEST = 5;
const SCHEME = /^[a-z][a-z0-9+.-]{1,14}:\/\//i;
const EMAIL = /^[\w.%+-]{1,64}@((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,12})$/i;
const TICKET = /(?<![A-Za-z0-9_.-])([A-Z][A-Z0-9]{1,9})-([1-9]\d{1,6})(?![A-Za-z0-9_]|[-.]\d|-[A-Za-z])/g;
const DESK_TICKET = /(?<![A-Za-z0-9])(?:INC|CHG|RITM|PRB|REQ|SCTASK)\d{5,10}(?![A-Za-z0-9])/g;
/** Where the host of a path on a shared drive begins. */
const SHARE_BEGINS = 2;
const HOME = /(?:\/home\/|\/Users\/|^[a-z]:\\Users\\|^~)([\w.-]{2,32})/i;
const SHARE = /^\\\\([a-z][\w.-]{2,62})\\[a-z]/i;
const ARN = /^arn:aws[\w-]*:[\w-]+:[\w-]*:\d*:\S/i;

/** What in one run of characters without white space may identify somebody, by offsets into the run, the widest first. */
export function spotIn(run: string): Identifying[] {
  if (run.length < SHORTEST || WORD.test(run)) return [];
  const [from, to] = trimmed(run);
  const core = run.slice(from, to);
  if (core.length < SHORTEST) return [];
  const whole = wholeKind(core);
  if (whole !== undefined) return [{ kind: whole, start: from, end: to, certain: whole !== 'url' || isCertain(core) }];
  const secret = secretIn(core);
  if (secret) return [{ kind: 'secret', start: from + secret.start, end: from + secret.end, certain: true }];
  return partsOf(core).map((spotted) => ({ ...spotted, start: from + spotted.start, end: from + spotted.end }));
}

function wholeKind(core: string): Identifying['kind'] | undefined {
  if (ARN.test(core)) return 'account';
  if (SCHEME.test(core)) return isOwnUrl(core) ? 'url' : undefined;
  const email = EMAIL.exec(core);
  if (email) return isNobodys(email[1]!) ? undefined : 'email';
  const bare = core.replace(/(?::\d{1,5})?(?:\/.*)?$/, '');
  if (isOwnHost(bare)) return core === bare || /^[^/]*:\d+$/.test(core) ? 'host' : 'url';
  if (isOwnAddress(bare) && /^(?::\d+)?(?:\/\d{1,2})?$/.test(core.slice(bare.length))) return 'address';
  return isOwnAddress6(core) ? 'address' : undefined;
}

/** An address of a page or a bucket that is not for everybody, or that carries a key. */
function isOwnUrl(url: string): boolean {
  const rest = url.slice(url.indexOf('://') + 3);
  const authority = /^[^/?#\\]*/.exec(rest)![0];
  const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d+$/, '');
  if (authority.includes('@') && /:.+@/.test(authority)) return true;
  if (/^(?:s3|gs|s3a|abfss?|wasbs?):/i.test(url)) return /[-.\d]/.test(host) && !/^(?:my|your|example|some)-/i.test(host);
  return isOwnUrlHost(host);
}

/** False for a page of an ordinary site: most that are linked to are public. */
function isCertain(url: string): boolean {
  const scheme = /^https?:\/\//i.exec(url);
  const authority = url.slice(scheme?.[0].length ?? 0).replace(/[/?#\\].*$/, '');
  return !scheme || authority.includes('@') || isInnerHost(authority.replace(/:\d+$/, ''));
}

function isNobodys(domain: string): boolean {
  const lower = domain.toLowerCase();
  return PUBLIC_SITES.has(lower) && lower.startsWith('example.');
}

function partsOf(core: string): Identifying[] {
  const home = HOME.exec(core);
  if (home && !GENERIC_USERS.has(home[1]!.toLowerCase()) && !(home[0].startsWith('~') && !core.includes('/'))) {
    return [{ kind: 'path', start: home.index + home[0].length - home[1]!.length, end: home.index + home[0].length, certain: true }];
  }
  const share = SHARE.exec(core);
  if (share) return [{ kind: 'host', start: SHARE_BEGINS, end: SHARE_BEGINS + share[1]!.length, certain: true }];
  return [...ticketsIn(core), ...keyValueHost(core)];
}

function ticketsIn(core: string): Identifying[] {
  const keyed = [...core.matchAll(TICKET)].filter(([, project]) => {
    const letters = project!.replace(/\d+$/, '');
    return letters.length > 1 && !NO_TICKET.has(letters);
  });
  return [...keyed, ...core.matchAll(DESK_TICKET)].map(({ 0: found, index }) => ({ kind: 'ticket' as const, start: index, end: index + found.length, certain: true }));
}

/** "host=ledger-db-03.corp.test", "user@ledger-db-03:/var": the host in what is written around it. */
function keyValueHost(core: string): Identifying[] {
  const found: Identifying[] = [];
  let start = 0;
  for (const part of core.split(/[=@/\\:]/)) {
    if (isOwnHost(part)) found.push({ kind: 'host', start, end: start + part.length, certain: true });
    else if (isOwnAddress(part)) found.push({ kind: 'address', start, end: start + part.length, certain: true });
    start += part.length + 1;
  }
  return found;
}

/** Where the run begins and ends without the punctuation of its sentence and the marks of Markdown. */
function trimmed(run: string): [number, number] {
  let [from, to] = [0, run.length];
  while (from < to && /[._:!?/=&#@$-]/.test(run[from]!) && !/^(?:\/(?:home|Users)\/|\.\.?\/)/.test(run.slice(from, from + 8))) from++;
  while (to > from && /[._:!?&#@$\\…–—-]/.test(run[to - 1]!)) to--;
  return [from, to];
}
