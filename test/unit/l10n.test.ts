import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8');
const json = (name: string): Record<string, string> => JSON.parse(read(name));

const LANGUAGES = readdirSync(path.join(root, 'l10n')).flatMap((name) => /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1] ?? []);

/** The sample story is a story: in English, for everyone. */
const sources = readdirSync(path.join(root, 'client/src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts') && !name.endsWith('sampleStory.ts'));

/** Names and identifiers. */
const NO_TEXT = ['Starwright', 'starwright (all stories)', 'NFC', 'NFKD', 'QUESTION', 'HTML', 'CSV', 'Markdown', 'Content-Security-Policy', '<!doctype html>\n', 'underline dotted', 'underline wavy', 'Space', 'Escape'];

interface Said {
  /** What goes through `vscode.l10n.t`. */
  readonly texts: string[];
  /** Uses of `vscode.l10n` whose text cannot be read off the source. */
  readonly unreadable: string[];
  /** Strings that look like words for a person, and are not translated. */
  readonly untranslated: string[];
}

function saidIn(file: string): Said {
  const source = ts.createSourceFile(file, read(path.join('client/src', file)), ts.ScriptTarget.Latest, true);
  const said: Said = { texts: [], unreadable: [], untranslated: [] };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isPropertyName(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node) return;
    if (ts.isCallExpression(node) && node.expression.getText() === 'vscode.l10n.t') {
      const [text, ...values] = node.arguments;
      if (text && ts.isStringLiteralLike(text)) said.texts.push(text.text);
      else said.unreadable.push(`${file}: ${node.getText()}`);
      return values.forEach(visit);
    }
    if (ts.isIdentifier(node) && node.text === 'l10n') said.unreadable.push(`${file}: ${node.parent.getText()}`);
    if (isForPeople(node)) said.untranslated.push(`${file}: ${node.text}`);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return said;
}

/** A literal, or a piece of a template, that begins with a capital letter or has a space between two words. */
function isForPeople(node: ts.Node): node is ts.LiteralLikeNode {
  const text = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : '';
  return !NO_TEXT.includes(text) && (/^\W*[A-Z][A-Za-z]/.test(text) || /[A-Za-z]{2,},? [A-Za-z]{2,}/.test(text));
}

const all = sources.map(saidIn);
const texts = [...new Set(all.flatMap((one) => one.texts))].sort();

describe('the extension', () => {
  test('says everything through vscode.l10n.t, with a text that can be read off the source', () => {
    expect(all.flatMap(({ unreadable, untranslated }) => [...unreadable, ...untranslated])).toEqual([]);
    expect(texts.length).toBeGreaterThan(100);
  });

  test('has no text in package.json but its name, its description (npm shows that, too, and knows no keys) and the titles of findings, which are the words of the rubric', () => {
    const { contributes, capabilities } = JSON.parse(read('package.json'));
    delete contributes.configuration.properties['starwright.rules'].properties;
    // A language model reads it, and nobody else.
    for (const tool of contributes.languageModelTools) delete tool.inputSchema;
    expect(textsOf({ contributes, capabilities }).filter((text) => !/^(?:%[\w.]+%|Starwright)$/.test(text))).toEqual([]);
  });

  test('has every text of package.json in package.nls.json, and nothing else there', () => {
    const named = [...read('package.json').matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key!);
    expect(Object.keys(json('package.nls.json')).sort()).toEqual([...new Set(named)].sort());
  });

  test('is packed with its words', () => {
    const packed = read('.vscodeignore').split('\n');
    expect(packed).toEqual(expect.arrayContaining(['!package.nls.json', '!package.nls.*.json', '!l10n/*.json']));
    expect(JSON.parse(read('package.json')).l10n).toBe('./l10n');
  });

  test('is translated into one language', () => {
    expect(LANGUAGES).toEqual(['de']);
  });
});

const TEXT_FIELDS = /^(?:title|shortTitle|category|description|markdownDescription|deprecationMessage|patternErrorMessage|contents|altText|enumDescriptions)$/;

function textsOf(value: unknown, field = ''): string[] {
  if (typeof value === 'string') return TEXT_FIELDS.test(field) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, field));
  return Object.entries(value ?? {}).flatMap(([name, each]) => textsOf(each, name));
}

describe.each(LANGUAGES)('%s', (language) => {
  const bundle = json(`l10n/bundle.l10n.${language}.json`);
  const english = json('package.nls.json');
  const translated = json(`package.nls.${language}.json`);
  const pairs = [...Object.entries(bundle), ...Object.keys(english).map((key) => [english[key]!, translated[key] ?? ''] as const)];

  test('says everything that the extension says, and nothing else', () => {
    expect(Object.keys(bundle).sort()).toEqual(texts);
    expect(Object.keys(translated).sort()).toEqual(Object.keys(english).sort());
    expect(pairs.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('keeps what is filled in, set as code, clicked or on a line of its own', () => {
    const kept = (text: string): string[] => [...text.matchAll(/\{\d\}|`[^`]+`|\]\(command:[^)]+\)|\.star\.md|\.starwright\.yaml|\n/g)].map(([piece]) => piece).sort();
    expect(pairs.filter(([text, other]) => String(kept(text)) !== String(kept(other)))).toEqual([]);
  });

  test('calls a command what the palette calls it', () => {
    const commands = Object.entries(translated).flatMap(([key, text]) => (key.startsWith('command.') ? [text] : []));
    const named = pairs.flatMap(([, text]) => [...text.matchAll(/Starwright: ([^“”"]+)[“”"]/g)].map(([, name]) => name!));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !commands.includes(name))).toEqual([]);
  });
});
