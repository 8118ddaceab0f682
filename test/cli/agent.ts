import { fileURLToPath } from 'node:url';
import { Client, type CallToolResult } from '@modelcontextprotocol/client';
import { getDefaultEnvironment, StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterEach } from 'vitest';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface AgentSetting {
  readonly cwd: string;
  readonly args?: readonly string[];
  /** Folders that the client offers. */
  readonly roots?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The newest revision of the protocol, else the one of 2025. */
  readonly newest?: boolean;
}

/** A client of the protocol's own library, with a server in a process of its own. */
export interface Agent {
  readonly client: Client;
  /** What did not belong on standard output. */
  readonly noise: Error[];
  /** What the server said on standard error. */
  complaints(): string;
  /** The result of a tool, refusals included. */
  call(name: string, args?: Record<string, unknown>): Promise<CallToolResult>;
  /** What a tool answers. @throws Error with what it says when it refuses */
  ask(name: string, args?: Record<string, unknown>): Promise<any>;
  /** Why a tool refuses. */
  refusal(name: string, args?: Record<string, unknown>): Promise<string>;
}

const open: Client[] = [];

afterEach(async () => {
  for (const client of open.splice(0)) await client.close();
});

/** Starts `starwright mcp` in a folder and says hello. */
export async function agentIn({ cwd, args = [], roots, env = {}, newest = false }: AgentSetting): Promise<Agent> {
  const client = new Client({ name: 'test', version: '1' }, { capabilities: roots ? { roots: {} } : {}, versionNegotiation: { mode: newest ? { pin: '2026-07-28' } : 'legacy' } });
  if (roots) client.setRequestHandler('roots/list', () => ({ roots: roots.map((uri) => ({ uri })) }));
  const noise: Error[] = [];
  client.onerror = (error) => noise.push(error);
  open.push(client);
  const transport = new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp', ...args], cwd, env: { ...getDefaultEnvironment(), ...env }, stderr: 'pipe' });
  let complaints = '';
  transport.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  await client.connect(transport);
  const call = async (name: string, given: Record<string, unknown> = {}): Promise<CallToolResult> => (await client.callTool({ name, arguments: given })) as CallToolResult;
  const textOf = ({ content }: CallToolResult): string => content.map((part) => (part.type === 'text' ? part.text : '')).join('');
  const ask: Agent['ask'] = async (name, given) => {
    const result = await call(name, given);
    if (result.isError) throw new Error(textOf(result));
    return result.structuredContent;
  };
  const refusal: Agent['refusal'] = async (name, given) => {
    const result = await call(name, given);
    if (!result.isError) throw new Error(`${name} was not refused: ${textOf(result).slice(0, 200)}`);
    return textOf(result);
  };
  return { client, noise, complaints: () => complaints, call, ask, refusal };
}
