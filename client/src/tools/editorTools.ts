import * as vscode from 'vscode';

/** What a tool is asked with. */
export interface Asked<Input> {
  readonly input: Input;
}

/** What the editor shows before a tool runs. */
export interface Prepared {
  readonly invocationMessage: string;
  readonly confirmationMessages?: { readonly title: string; readonly message: string };
}

/** A tool that the editor offers to a language model. */
export interface Tool<Input> {
  prepareInvocation(asked: Asked<Input>): Promise<Prepared>;
  invoke(asked: Asked<Input>): Promise<object>;
}

interface EditorTools {
  register<Input>(name: string, tool: Tool<Input>): vscode.Disposable;
  /** A text as the result of a tool. */
  result(text: string): object;
}

/** The editor's part in it, which came after the oldest editor that the extension runs in: undefined where there is none. */
export function editorTools(): EditorTools | undefined {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Part } = vscode as unknown as {
    readonly lm?: { registerTool?<Input>(name: string, tool: Tool<Input>): vscode.Disposable };
    readonly LanguageModelToolResult?: new (parts: object[]) => object;
    readonly LanguageModelTextPart?: new (text: string) => object;
  };
  if (!lm?.registerTool || !Result || !Part) return undefined;
  return { register: (name, tool) => lm.registerTool!(name, tool), result: (text) => new Result([new Part(text)]) };
}
