import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { expect, test } from 'vitest';

const bundle = (name: string): string => readFileSync(path.join(import.meta.dirname, '../../dist/web', name), 'utf8');

/** What a bundle asks a host for; a library has such words in texts, too. */
const required = (code: string): string[] => [...new Set([...code.matchAll(/(?<!['"`])\brequire\(["']([^"']+)["']\)/g)].map((match) => match[1]!))];

test('what runs in a browser asks for nothing but the editor', () => {
  expect(required(bundle('extension.js'))).toEqual(['vscode']);
  expect(required(bundle('server.js'))).toEqual([]);
  for (const name of ['extension.js', 'server.js', 'rubric.js']) expect(bundle(name)).not.toMatch(/["'`]node:[a-z]/);
});

test('the server answers where there is nothing but what a Worker has', async () => {
  const answer = new Promise<{ result: { serverInfo: unknown } }>((resolve) => {
    const scope: Record<string, unknown> = {
      importScripts: (file: string) => vm.runInContext(bundle(file), context),
      addEventListener: () => undefined,
      postMessage: resolve,
      ...{ console, crypto, performance, queueMicrotask, setTimeout, clearTimeout, TextDecoder, TextEncoder },
    };
    const context = vm.createContext(scope);
    vm.runInContext(bundle('server.js'), context);
    const say = (data: unknown): void => (scope as { onmessage(event: unknown): void }).onmessage({ data });
    say('rubric.js');
    say({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  });
  expect((await answer).result.serverInfo).toEqual({ name: 'starwright' });
});
