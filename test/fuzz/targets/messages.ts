import { edited } from '../edits.js';
import { yaml } from '../frontMatters.js';
import { pick, type Roll } from '../roll.js';
import { storyText } from '../stories.js';
import type { Message } from './session.js';

export const URIS = ['file:///s/a.star.md', 'file:///s/b.star.md', 'untitled:Untitled-1', 'file:///s/.starwright.yaml', 'vscode-vfs://github/o/r/c.star.md'];
const ODD_URIS = ['', 'a.star.md', 'file:///s/%zz.star.md', 'file:///s/%00.star.md', 'git:/s/a.star.md', 'file://host/s/a.star.md', 'file:///s/../../x.star.md', 'FILE:///S/A.STAR.MD', '::::', 'file:///s', 'file:///s/closed.star.md', 'file:///C%3A/s/a.star.md', '__proto__'];
const NONSENSE: readonly unknown[] = [null, 0, -1, 1e99, 0.5, '', 'x', true, [], {}, [null], [[]], { line: 0 }, '\ud800', { uri: 7 }, 2 ** 31, -(2 ** 53), 'file:///s/a.star.md', '__proto__'];

const uri = (roll: Roll): string => (roll(10) === 0 ? pick(roll, ODD_URIS) : pick(roll, roll(2) === 0 ? URIS.slice(0, 1) : URIS));

function position(roll: Roll): object {
  if (roll(8) === 0) return { line: pick(roll, [-1, 0, 1e9, 0.5, 2 ** 31]), character: pick(roll, [-1, 0, 1e9, 0.5, 2 ** 31]) };
  return { line: roll(12), character: roll(40) };
}

function range(roll: Roll): object {
  const start = position(roll);
  return { start, end: roll(3) === 0 ? start : position(roll) };
}

type Make = (roll: Roll) => unknown;
const document: Make = (roll) => ({ textDocument: { uri: uri(roll) } });
const DRAFTS: readonly Make[] = [(roll) => ({ from: 'text', text: storyText(roll) }), () => ({ from: 'template', shape: 'mistake', title: '"\n' }), () => ({ from: 'question', question: 'made-a-mistake' }), () => ({ from: 'lines', happened: 'x' }), () => ({ from: 'nothing' }), () => ({ from: 'lines', happened: 7 }), () => ({ from: 'text' })];

/** What can be asked, with parameters that make sense. */
const REQUESTS: Readonly<Record<string, Make>> = {
  'textDocument/diagnostic': (roll) => ({ ...(document(roll) as object), previousResultId: pick(roll, [undefined, 'x', '']) }),
  'textDocument/hover': (roll) => ({ ...(document(roll) as object), position: position(roll) }),
  'textDocument/completion': (roll) => ({ ...(document(roll) as object), position: position(roll), context: { triggerKind: roll(4) } }),
  'textDocument/codeAction': (roll) => ({ ...(document(roll) as object), range: range(roll), context: { diagnostics: [], only: pick(roll, [undefined, ['quickfix'], ['source.fixAll'], [], ['']]) } }),
  'textDocument/codeLens': document,
  'textDocument/inlayHint': (roll) => ({ ...(document(roll) as object), range: range(roll) }),
  'workspace/diagnostic': () => ({ previousResultIds: [] }),
  'starwright/catalog': (roll) => pick(roll, [null, {}, { uri: uri(roll), question: 'Tell me about an outage.' }]),
  'starwright/draft': (roll) => pick(roll, DRAFTS)(roll),
  'starwright/rulePage': (roll) => ({ code: pick(roll, ['no-tradeoff', 'nothing', '__proto__']) }),
  'starwright/config': document,
  'starwright/glance': document,
  'starwright/evidence': document,
  'starwright/silence': (roll) => ({ ...(document(roll) as object), rule: pick(roll, ['no-tradeoff', 'vague-verb', '']), position: position(roll) }),
  'starwright/cuts': (roll) => ({ ...(document(roll) as object), telling: roll(3) - 1, seconds: pick(roll, [90, 0, -1, 1e9]) }),
  'starwright/moveToNotes': (roll) => ({ ...(document(roll) as object), version: roll(9), ranges: [range(roll), range(roll)] }),
  'starwright/followUps': document,
  'starwright/addFollowUps': (roll) => ({ ...(document(roll) as object), version: roll(9), telling: roll(3) - 1, ids: ['x'] }),
  'starwright/told': document,
  'starwright/redact': document,
  'starwright/setStatus': (roll) => ({ ...(document(roll) as object), status: pick(roll, ['draft', 'ready', 'x', null, '__proto__']) }),
  'starwright/resumeLines': document,
  'starwright/rehearsal': (roll) => ({ ...(document(roll) as object), telling: roll(4) - 1 }),
  'starwright/noteRehearsal': (roll) => ({ ...(document(roll) as object), date: pick(roll, ['2026-11-20', '', 'x\n---']), seconds: pick(roll, [90, -1, 1e9, undefined]), note: pick(roll, [undefined, 'a "b"\n']) }),
  'starwright/transcript': (roll) => ({ ...(document(roll) as object), telling: roll(3), text: storyText(roll), seconds: pick(roll, [undefined, 0, 90]) }),
  'starwright/bank': () => undefined,
  'starwright/match': (roll) => ({ question: edited('Tell me about an outage.', roll) }),
  'starwright/coverageReport': (roll) => ({ format: pick(roll, ['md', 'html', 'x']) }),
  'starwright/loops': () => undefined,
  'starwright/practice': (roll) => ({ plan: pick(roll, [undefined, 'tonight', 'x']), ticks: ['choose'] }),
  'starwright/cards': (roll) => ({ uris: [uri(roll), 'file:///s/closed.star.md'], format: pick(roll, ['md', 'html', 'csv', 'body', 'x']), redact: roll(2) === 0 }),
  'starwright/answer': (roll) => pick(roll, [{ ask: 'review', uri: uri(roll) }, { ask: 'explain', id: 'no-tradeoff' }, { ask: 'questions', shape: 'x' }, { ask: 'match', question: 'outage?' }, { ask: 'coverage' }]),
};

/** What can be told. */
const NOTIFICATIONS: Readonly<Record<string, Make>> = {
  'textDocument/didSave': document,
  'textDocument/didClose': document,
  'workspace/didChangeConfiguration': (roll) => pick(roll, [{ settings: {} }, { settings: { starwright: { profile: 'star-l', rules: { 'no-tradeoff': 'off' } } } }, { settings: null }, { settings: { starwright: { profile: 7, rules: [], rubrics: 'x' } } }]),
  'workspace/didChangeWatchedFiles': (roll) => ({ changes: [{ uri: uri(roll), type: roll(5) }, { uri: 'file:///s/.starwright/rubric/pack.yaml', type: 1 }].slice(roll(2)) }),
  'workspace/didChangeWorkspaceFolders': (roll) => ({ event: { added: [{ uri: uri(roll), name: 'x' }], removed: [] } }),
  'workspace/didRenameFiles': (roll) => ({ files: [{ oldUri: uri(roll), newUri: uri(roll) }] }),
  'starwright/trusted': () => undefined,
  '$/setTrace': (roll) => ({ value: pick(roll, ['off', 'verbose', 'x']) }),
  '$/cancelRequest': (roll) => ({ id: roll(30) }),
  'window/workDoneProgress/cancel': () => ({ token: 'x' }),
};

function open(roll: Roll): Message {
  const where = uri(roll);
  const text = where.endsWith('.yaml') ? yaml(roll) : storyText(roll);
  return { method: 'textDocument/didOpen', params: { textDocument: { uri: where, languageId: pick(roll, ['markdown', 'markdown', 'plaintext', '']), version: roll(3), text } } };
}

function change(roll: Roll): Message {
  const one = (): object => (roll(8) === 0 ? { text: storyText(roll) } : { range: range(roll), text: pick(roll, ['', 'x', '\n', '\r', '😀', '\ud83d', '## Action\n', '---\n', storyText(roll).slice(0, 60)]) });
  return { method: 'textDocument/didChange', params: { textDocument: { uri: uri(roll), version: roll(12) }, contentChanges: roll(9) === 0 ? [] : [one(), one()].slice(roll(2)) } };
}

/** One message of a client, some of them nonsense. */
function message(roll: Roll, id: number): Message {
  const kind = roll(20);
  if (kind < 3) return open(roll);
  if (kind < 9) return change(roll);
  if (kind < 12) return made(roll, NOTIFICATIONS);
  if (kind === 12) return { id, method: pick(roll, ['starwright/nothing', '', '__proto__', 'textDocument/definition', 'initialize', 'constructor']), params: pick(roll, NONSENSE) };
  if (kind === 13) return { id: pick(roll, [99, 'x', null, 0]), result: pick(roll, NONSENSE) };
  const request = { id: roll(15) === 0 ? roll(10) : id, ...made(roll, REQUESTS) };
  return roll(8) === 0 ? { ...request, params: spoilt(request.params, roll) } : request;
}

function made(roll: Roll, from: Readonly<Record<string, Make>>): Message {
  const method = pick(roll, Object.keys(from));
  return { method, params: from[method]!(roll) };
}

/** A message with nonsense in one place of its parameters. */
function spoilt(value: unknown, roll: Roll): unknown {
  if (typeof value !== 'object' || value === null || roll(5) === 0) return pick(roll, NONSENSE);
  const names = Object.keys(value).filter((name) => !['id', 'method'].includes(name));
  if (names.length === 0) return value;
  const name = pick(roll, names);
  const part = (value as Record<string, unknown>)[name];
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...(value as unknown[])] as unknown as Record<string, unknown>) : { ...value };
  copy[name] = spoilt(part, roll);
  return copy;
}

/** A conversation, from its second message on, some messages said twice or in another order. */
export function conversation(roll: Roll): Message[] {
  const said = [open(roll), ...Array.from({ length: 4 + roll(16) }, (_, index) => message(roll, index + 1))];
  for (let slips = roll(3); slips > 0; slips--) {
    const [from, to] = [roll(said.length), roll(said.length)];
    const [moved] = roll(2) === 0 ? [said[from]!] : said.splice(from, 1);
    said.splice(to, 0, moved!.id === undefined ? moved! : { ...moved, id: 100 + slips });
  }
  return said;
}

const CAPABILITIES: readonly unknown[] = [
  {},
  { workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true }, didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true }, diagnostics: { refreshSupport: true }, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true }, workspaceEdit: { documentChanges: true, snippetEditSupport: true }, fileOperations: { didRename: true, didDelete: true } }, textDocument: { diagnostic: {}, hover: { contentFormat: ['markdown'] }, completion: { completionItem: { snippetSupport: true } } } },
  { textDocument: { diagnostic: {} }, general: { positionEncodings: ['utf-8'] } },
  { general: { positionEncodings: ['utf-32', 'utf-16'] } },
  { workspace: 7, textDocument: { diagnostic: [], completion: null }, general: { positionEncodings: 'utf-8' } },
];

/** The parameters of a handshake. */
export function handshake(roll: Roll): object {
  const params = { processId: null, rootUri: pick(roll, [null, 'file:///s']), capabilities: pick(roll, CAPABILITIES), workspaceFolders: pick(roll, [undefined, null, [{ uri: 'file:///s', name: 's' }], []]), initializationOptions: pick(roll, [undefined, null, { commandLinks: true, trusted: false }, { settings: { profile: 'star-l' } }, { settings: 7, pages: 7 }]) };
  const given = roll(6) === 0 ? spoilt(params, roll) : params;
  return typeof given === 'object' && given !== null ? given : {};
}
