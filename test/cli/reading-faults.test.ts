import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith, starwright } from './run.js';

/** A message that quotes a story. */
const MESSAGE = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {}, secret: 'We were down' } });

/** Loaded before the product: something that reads the message throws an error that quotes it. */
const FAULTS = {
  'where one message ends and the next begins': `const { toString } = Buffer.prototype;
    Buffer.prototype.toString = function (encoding, ...rest) {
      const text = toString.call(this, encoding, ...rest);
      if (encoding === 'latin1' && text.includes('We were down')) throw new TypeError('Invalid text ' + text);
      return text;
    };`,
  'what the message is': `const { parse } = JSON;
    JSON.parse = (text, ...rest) => {
      if (String(text).includes('We were down')) throw new TypeError('Invalid text ' + text);
      return parse(text, ...rest);
    };`,
};

test.each(Object.entries(FAULTS))('an error of the server itself while it reads %s is one line without its words, and no success', async (_, fault) => {
  const cwd = folderWith({ 'fault.cjs': fault });
  const input = `Content-Length: ${Buffer.byteLength(MESSAGE)}\r\n\r\n${MESSAGE}`;
  const { code, stdout, stderr } = await starwright(['lsp', '--stdio'], { cwd, input, env: { NODE_OPTIONS: `--require=${join(cwd, 'fault.cjs')}` } });
  expect(code).toBeGreaterThan(0);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^starwright: [^\n]*TypeError at [^\n]*\n$/);
  expect(stderr).not.toMatch(/down|client sent something/);
});
