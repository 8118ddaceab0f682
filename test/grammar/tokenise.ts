import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const MARKDOWN = 'text.html.markdown';
const INJECTION = 'text.html.markdown.starwright.injection';
const require = createRequire(import.meta.url);

let onigLib: Promise<textmate.IOnigLib> | undefined;

/** Reads text as VS Code's Markdown grammar does; each line becomes its tokens with their scopes. */
export async function tokenise(text: string, options: { injected: boolean }): Promise<string[][]> {
  onigLib ??= loadOniguruma();
  const registry = new textmate.Registry({
    onigLib,
    loadGrammar: async (scope) => loadGrammar(scope),
    getInjections: (scope) => (options.injected && scope === MARKDOWN ? [INJECTION] : undefined),
  });
  const grammar = await registry.loadGrammar(MARKDOWN);
  let state = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar!.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => `${line.slice(startIndex, endIndex)} ← ${scopes.slice(1).join(' ')}`);
  });
}

async function loadOniguruma(): Promise<textmate.IOnigLib> {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  return {
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  };
}

function loadGrammar(scope: string): textmate.IRawGrammar | null {
  const file = grammarFile(scope);
  return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), 'grammar.json');
}

function grammarFile(scope: string): URL | string | undefined {
  if (scope === INJECTION) return new URL('../../syntaxes/starwright.injection.tmLanguage.json', import.meta.url);
  const names: Readonly<Record<string, string>> = {
    [MARKDOWN]: 'markdown',
    'text.html.derivative': 'html-derivative',
    'text.html.basic': 'html',
    'source.yaml': 'yaml',
  };
  const name = names[scope];
  return name === undefined ? undefined : require.resolve(`tm-grammars/grammars/${name}.json`);
}
