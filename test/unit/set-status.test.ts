import { beforeEach, expect, test, vi } from 'vitest';

interface Document {
  readonly uri: { toString(): string };
  getText(): string;
  save(): Promise<boolean>;
}
const { open, disk, said, saved, applied } = vi.hoisted(() => ({ open: [] as Document[], disk: new Map<string, Uint8Array>(), said: [] as string[], saved: [] as string[], applied: [] as unknown[] }));

/** As much of VS Code as marks a story: files that are read as UTF-8, and a person who chooses "ready". */
vi.mock('vscode', () => {
  const documentOf = (uri: { toString(): string }): Document => ({
    uri,
    getText: () => new TextDecoder().decode(disk.get(uri.toString())),
    save: async () => (saved.push(uri.toString()), true),
  });
  return {
    Uri: { parse: (text: string) => ({ path: text.slice('file://'.length), toString: () => text }) },
    env: { language: 'en' },
    l10n: { t: (text: string, ...parts: string[]) => text.replace(/\{(\d)\}/g, (_, nth: string) => parts[Number(nth)]!) },
    workspace: {
      textDocuments: open,
      openTextDocument: async (uri: { toString(): string }) => documentOf(uri),
      asRelativePath: (uri: { path: string }) => uri.path.slice(1),
      applyEdit: async (edit: unknown) => (applied.push(edit), true),
    },
    window: {
      showQuickPick: async (items: readonly { status: string }[]) => items.find(({ status }) => status === 'ready'),
      showWarningMessage: async (message: string) => void said.push(message),
    },
  };
});

const { setStatus } = await import('../../client/src/bank/setStatus.js');
const bank = { known: undefined } as never;
const asked: string[] = [];
const server = {
  ask: async (method: string) => (asked.push(method), { changes: {} }),
  running: async () => ({ protocol2CodeConverter: { asWorkspaceEdit: async (edit: unknown) => edit } }),
} as never;

beforeEach(() => {
  for (const list of [open, said, saved, applied, asked]) list.length = 0;
});

test('a closed story that is no UTF-8 is left as it is, and that is said', async () => {
  const bytes = Uint8Array.of(...new TextEncoder().encode('# Caf'), 0xe9, 10);
  disk.set('file:///caf.star.md', bytes);
  await setStatus(server, bank, 'file:///caf.star.md');
  expect(said).toEqual([expect.stringMatching(/caf\.star\.md cannot be read as UTF-8, so nothing was written in it\. Open it and save it as UTF-8 first\.$/)]);
  expect([asked, applied, saved]).toEqual([[], [], []]);
  expect(disk.get('file:///caf.star.md')).toBe(bytes);
});

test('the name of such a file is no link in the message', async () => {
  disk.set('file:///[x](command:y).star.md', Uint8Array.of(0xe9));
  await setStatus(server, bank, 'file:///[x](command:y).star.md');
  expect(said[0]).toContain('cannot be read as UTF-8');
  expect(said[0]).not.toContain('](');
});

test('a closed story that is UTF-8 is marked and saved', async () => {
  disk.set('file:///good.star.md', new TextEncoder().encode('# Café\n'));
  await setStatus(server, bank, 'file:///good.star.md');
  expect(applied).toHaveLength(1);
  expect(saved).toEqual(['file:///good.star.md']);
  expect(said).toEqual([]);
});
