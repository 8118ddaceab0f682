import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { importsFile } from './imports.mjs';

/** Modules of Node that reach other machines, and packages that do it for others. */
const MODULES = /^(node:)?(net|tls|http|https|http2|dgram|dns|dns\/promises|inspector|inspector\/promises|quic|undici|ws|axios|node-fetch|got)$/;

/** What reaches other machines without a module, or gets at one by its name. */
const NAMES = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'sendBeacon', 'RTCPeerConnection', 'WebTransport', 'getBuiltinModule']);

/** The code that ships, by path below the clone. */
export function shippedCode(root) {
  const files = fs.readdirSync(path.join(root, 'dist'), { recursive: true }).map((file) => path.join('dist', file));
  return files.filter((file) => /\.c?js$/.test(file)).sort();
}

/** What in the built bundles could reach a network, one line each: modules they ask for, and names in their code. */
export function reaching(root) {
  const imports = JSON.parse(fs.readFileSync(importsFile(root), 'utf8'));
  const asking = Object.entries(imports).flatMap(([file, names]) => names.filter((name) => MODULES.test(name)).map((name) => `${file} asks for ${name}`));
  const unknown = shippedCode(root).filter((file) => imports[file.split(path.sep).join('/')] === undefined).map((file) => `${file} was not made by the build`);
  return [...asking, ...unknown, ...shippedCode(root).flatMap((file) => named(file, fs.readFileSync(path.join(root, file), 'utf8')))];
}

/** The names and modules of the network that a piece of JavaScript uses; what stands in its texts is none. */
export function named(file, code) {
  const found = new Set();
  const visit = (node) => {
    if (ts.isIdentifier(node) && NAMES.has(node.text)) found.add(node.text);
    // a module by name: import('net'), require('net'), and whatever a minifier calls require
    if (ts.isCallExpression(node) && node.arguments.length === 1 && ts.isStringLiteralLike(node.arguments[0]) && isModule(node)) found.add(node.arguments[0].text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, code, ts.ScriptTarget.Latest));
  return [...found].map((name) => `${file} names ${name}`);
}

/** Texts like "dns" are asked about, too: `words.has("dns")` is a call of a member, and no module. */
function isModule({ expression, arguments: [{ text }] }) {
  return MODULES.test(text) && (expression.kind === ts.SyntaxKind.ImportKeyword || ts.isIdentifier(expression));
}
