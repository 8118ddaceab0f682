import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** Milliseconds in which the server must have answered or gone. */
const PATIENCE = 10_000;

const message = (body) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const HELLO = message('{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}');
const BYE = message('{"jsonrpc":"2.0","id":2,"method":"shutdown"}') + message('{"jsonrpc":"2.0","method":"exit"}');
const OPEN = message(`{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.star.md","languageId":"markdown","version":1,"text":"## Action\\n\\nI moved the queue 😀.\\n"}}}`);

/** Bytes after which nothing can be understood any more: the server says so and ends. */
const LOST = [
  'Content-Length: -1\r\n\r\n{}', 'Content-Length: -99999\r\n\r\n{}', 'Content-Length: 99999999999999999999\r\n\r\n{}', 'Content-Length: 1e9\r\n\r\n{}', 'Content-Length: 0x10\r\n\r\n{}', 'Content-Length: 5 5\r\n\r\n{}',
  'Content-Length:\r\n\r\n{}', 'Content-Type: x\r\n\r\n{}', '\r\n\r\n', ':\r\n\r\n', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', 'x'.repeat(70_000), `Content-Length: 2\n\n{}${'\n'.repeat(9000)}`, `X: ${'y'.repeat(9000)}\r\nContent-Length: 2\r\n\r\n{}`, '\0'.repeat(9000), 'Content-Length: ٣\r\n\r\n{}',
];
/** Bytes that are odd, and after which the next message is understood. */
const ODD = [
  message('{"a":'), message(''), message('null'), message('[]'), message('[1,2]'), message('"x"'), message('{}'), message('{"jsonrpc":"1.0","id":9}'), message('\ufeff{}'), message('{"jsonrpc":"2.0","method":7}'), message('{"jsonrpc":"2.0","id":{},"method":"x"}'), message('{"jsonrpc":"2.0","method":"x","params":[[[[]]]]}'), message('['.repeat(100_000)),
  'content-length: 2\r\n\r\n{}', 'Content-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}', 'Content-Length: 2\r\nX: y\r\nX: z\r\n\r\n{}', 'Content-Length: 000002\r\n\r\n{}', OPEN, OPEN + OPEN,
];

/** Says bytes to real server processes, whole and in pieces; answers the row of what broke. */
export async function framing(root, { soak, progress }) {
  const cases = [...LOST.map((bytes) => ({ bytes, lost: true })), ...ODD.map((bytes) => ({ bytes, lost: false }))];
  const tries = cases.flatMap((one) => (soak ? [0, 1, 3, 7] : [0, 3]).map((piece) => ({ ...one, piece })));
  const broke = [];
  const todo = [...tries];
  progress(`${tries.length} conversations in bytes`);
  const crew = async () => {
    for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
      const wrong = await wrongWith(root, one);
      if (wrong !== undefined) broke.push(`${wrong} after ${JSON.stringify(one.bytes).slice(0, 80)}${one.piece ? ` in pieces of ${one.piece}` : ''}`);
    }
  };
  await Promise.all([crew(), crew()]);
  return { what: 'bytes to the server process', times: tries.length, broke };
}

/** What the server does wrong with some bytes between two good messages; undefined when it does right. */
async function wrongWith(root, { bytes, lost, piece }) {
  const child = spawn(process.execPath, [path.join(root, 'dist/cli.js'), 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stdin.on('error', () => {});
  child.stdout.resume();
  child.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
  const left = once(child, 'close').then(([code]) => code);
  child.stdin.write(HELLO);
  for (const part of pieces(Buffer.from(bytes), piece)) child.stdin.write(part);
  if (!lost) child.stdin.write(BYE);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, 'late').unref());
  const code = await Promise.race([left, late]);
  child.kill('SIGKILL');
  if (code === 'late') return 'the server waits for ever';
  if (lost) return code === 1 && /^starwright: .+\n$/.test(complaint) ? undefined : `the server ended with ${code}: ${complaint.slice(0, 200) || 'without a word'}`;
  return code === 0 && complaint === '' ? undefined : `the server ended with ${code}: ${complaint.slice(0, 200)}`;
}

/** The bytes in pieces of a size, or in one; a long run stays whole after its first pieces. */
function pieces(bytes, size) {
  if (size === 0) return [bytes];
  const parts = [];
  for (let at = 0; at < Math.min(bytes.length, 300); at += size) parts.push(bytes.subarray(at, Math.min(at + size, 300)));
  return bytes.length > 300 ? [...parts, bytes.subarray(300)] : parts;
}
