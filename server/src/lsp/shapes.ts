/** What a value must look like: nothing, a type, a word of some, a list of something, or an object with these parts; a part whose name ends in `?` may be missing. */
type Shape = null | 'string' | 'number' | 'whole' | 'object' | RegExp | AnyOf | readonly [Shape] | { readonly [part: string]: Shape };

/** One of several. */
class AnyOf {
  constructor(readonly shapes: readonly Shape[]) {}
}

const POSITION = { line: 'whole', character: 'whole' } as const;
const RANGE = { start: POSITION, end: POSITION } as const;
const DOCUMENT = { textDocument: { uri: 'string' } } as const;

const DRAFT = new AnyOf([
  { from: /^template$/, title: 'string', shape: 'string', 'question?': 'string' },
  { from: /^question$/, question: 'string' },
  { from: /^lines$/, happened: 'string', did: 'string', came: 'string', date: 'string' },
  { from: /^text$/, text: 'string' },
]);
const ANSWER = new AnyOf([{ ask: /^review$/, uri: 'string' }, { ask: /^explain$/, id: 'string' }, { ask: /^match$/, question: 'string' }, { ask: /^questions$/, 'shape?': 'string', 'signal?': 'string' }, { ask: /^coverage$/ }]);
const CATALOG = new AnyOf([null, { 'uri?': 'string', 'question?': 'string' }]);

/** What messages must carry to make sense; others may carry anything. */
const SHAPES: Readonly<Record<string, Shape>> = {
  initialize: { rootUri: new AnyOf([null, 'string']), workspaceFolders: new AnyOf([null, [{ uri: 'string' }]]) },
  'textDocument/didOpen': { textDocument: { uri: 'string', version: 'number', text: 'string' } },
  'textDocument/didChange': { textDocument: { uri: 'string', version: 'number' }, contentChanges: [{ text: 'string', range: new AnyOf([null, RANGE]) }] },
  'textDocument/didSave': DOCUMENT,
  'textDocument/didClose': DOCUMENT,
  'textDocument/diagnostic': DOCUMENT,
  'textDocument/codeLens': DOCUMENT,
  'textDocument/hover': { ...DOCUMENT, position: POSITION },
  'textDocument/completion': { ...DOCUMENT, position: POSITION },
  'textDocument/codeAction': { ...DOCUMENT, range: RANGE, context: { diagnostics: new AnyOf([null, ['object']]), only: new AnyOf([null, ['string']]) } },
  'textDocument/inlayHint': { ...DOCUMENT, range: RANGE },
  'workspace/diagnostic': { 'previousResultIds?': [{ uri: 'string', value: 'string' }] },
  'workspace/didChangeWatchedFiles': { changes: [{ uri: 'string', type: 'number' }] },
  'starwright/catalog': CATALOG,
  'starwright/draft': DRAFT,
  'starwright/setStatus': { ...DOCUMENT, status: 'string' },
  'starwright/answer': ANSWER,
  'starwright/rulePage': { code: 'string' },
  'starwright/config': DOCUMENT,
  'starwright/glance': DOCUMENT,
  'starwright/evidence': DOCUMENT,
  'starwright/silence': { ...DOCUMENT, rule: 'string', position: POSITION },
  'starwright/cuts': { ...DOCUMENT, telling: 'number', seconds: 'number' },
  'starwright/moveToNotes': { ...DOCUMENT, ranges: [RANGE] },
  'starwright/followUps': DOCUMENT,
  'starwright/addFollowUps': { ...DOCUMENT, telling: 'number', ids: ['string'] },
  'starwright/told': DOCUMENT,
  'starwright/redact': DOCUMENT,
  'starwright/resumeLines': DOCUMENT,
  'starwright/rehearsal': { ...DOCUMENT, telling: 'number' },
  'starwright/noteRehearsal': { ...DOCUMENT, date: 'string', 'note?': 'string' },
  'starwright/transcript': { ...DOCUMENT, telling: 'number', text: 'string' },
  'starwright/match': { question: 'string' },
  'starwright/coverageReport': { format: 'string' },
  'starwright/practice': { ticks: ['string'] },
  'starwright/cards': { uris: ['string'], format: /^(?:html|md|csv|body)$/ },
};

/** True when a message carries what its method needs. */
export function isWellFormed(method: string, params: unknown): boolean {
  const shape = Object.hasOwn(SHAPES, method) ? SHAPES[method] : undefined;
  return shape === undefined || fits(params, shape);
}

function fits(value: unknown, shape: Shape): boolean {
  if (shape === 'string' || shape === 'number') return typeof value === shape;
  if (shape === null) return value === null || value === undefined;
  if (shape === 'whole') return Number.isInteger(value);
  if (shape instanceof RegExp) return typeof value === 'string' && shape.test(value);
  if (shape instanceof AnyOf) return shape.shapes.some((each) => fits(value, each));
  if (typeof value !== 'object' || value === null) return false;
  if (shape === 'object') return true;
  if (isList(shape)) return Array.isArray(value) && value.every((each) => fits(each, shape[0]));
  return Object.entries(shape).every(([name, part]) => {
    const optional = name.endsWith('?');
    const found = (value as Record<string, unknown>)[optional ? name.slice(0, -1) : name];
    return (optional && found === undefined) || fits(found, part);
  });
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
