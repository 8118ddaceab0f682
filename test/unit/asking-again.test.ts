import { beforeEach, expect, test, vi } from 'vitest';

/** A server as the language client shows it: what it does when it is asked. */
type Behaviour = 'answers' | 'stops' | 'refuses';
const { behaviours, made, said, logged } = vi.hoisted(() => ({ behaviours: [] as Behaviour[], made: [] as number[], said: [] as string[], logged: [] as unknown[] }));

vi.mock('vscode', () => {
  class EventEmitter {
    event = (): { dispose: () => void } => ({ dispose: () => undefined });
    fire = (): void => undefined;
    dispose = (): void => undefined;
  }
  return {
    EventEmitter,
    l10n: { t: (text: string) => text },
    workspace: { onDidChangeWorkspaceFolders: () => ({ dispose: () => undefined }), workspaceFolders: [], textDocuments: [] },
    window: {
      createOutputChannel: () => ({ error: (error: unknown) => logged.push(error), show: () => undefined, dispose: () => undefined }),
      showErrorMessage: async (message: string) => void said.push(message),
    },
  };
});
vi.mock('../../client/src/stories.js', () => ({ storySchemes: () => ['file'] }));
vi.mock('../../client/src/storyReader.js', () => ({ readStoriesFor: () => undefined }));
vi.mock('../../client/src/languageClient.js', () => ({
  QuietClient: class {
    readonly #nth = made.push(made.length + 1);
    readonly #closed: () => void;
    constructor(_: unknown, __: unknown, ___: unknown, { closed }: { closed: () => void }) {
      this.#closed = closed;
    }
    onNotification = (): void => undefined;
    start = async (): Promise<void> => undefined;
    dispose = async (): Promise<void> => undefined;
    async sendRequest(method: string): Promise<string> {
      const behaviour = behaviours[this.#nth - 1] ?? 'answers';
      if (behaviour === 'stops') this.#closed();
      if (behaviour !== 'answers') throw new Error('no answer');
      return `${method}, answered by server ${this.#nth}`;
    }
  },
}));

const { StoryServer } = await import('../../client/src/client.js');
const server = () => new StoryServer((() => undefined) as never);

beforeEach(() => {
  for (const list of [behaviours, made, said, logged]) list.length = 0;
});

test('what a server was asked when it stopped is asked again of its successor, and nobody is troubled', async () => {
  behaviours.push('stops', 'answers');
  expect(await server().ask('bank', {})).toBe('bank, answered by server 2');
  expect(said).toEqual([]);
  expect(logged).toEqual([]);
});

test('where the successor stops over it, too, that is said once, and it is asked no third time', async () => {
  behaviours.push('stops', 'stops', 'answers');
  expect(await server().ask('bank', {})).toBeUndefined();
  expect(said).toEqual(['The Starwright language server did not answer.']);
});

test('what a server that goes on does not answer is not asked again', async () => {
  behaviours.push('refuses');
  expect(await server().ask('bank', {})).toBeUndefined();
  expect(made).toHaveLength(1);
  expect(said).toHaveLength(1);
  expect(logged).toHaveLength(1);
});
