import {
  CodeActionKind,
  CompletionItemKind,
  DiagnosticSeverity,
  MarkupKind,
  type CodeAction,
  type CodeActionContext,
  type CompletionItem,
  type Diagnostic,
  type Hover,
  type Position,
  type Range as LspRange,
} from 'vscode-languageserver-types';
import type { Rubric } from '../rubric/index.js';
import { DIAGNOSTIC_SOURCE, explainCode, wants, type HoverFormat } from '../service/index.js';
import { LineIndex, type PositionEncoding, type Range } from '../story/index.js';
import { RULE_LEVELS } from '../story/frontMatterKeys.js';
import { parseFolderFile, type FolderProblem } from './folderFile.js';
import { folderSiteAt, type FolderSite } from './folderSite.js';
import { FOLDER_KEYS } from './settings.js';

/** One version of a folder file that is open in an editor, and the rubric that holds beside it. */
export interface OpenFolderFile {
  readonly uri: string;
  readonly text: string;
  readonly rubric: Rubric;
  /** What the editor counts characters in. */
  readonly encoding: PositionEncoding;
}

/** What is wrong in a folder file, in its place. */
export function folderDiagnostics({ text, rubric, encoding }: OpenFolderFile): Diagnostic[] {
  const lines = new LineIndex(text, encoding);
  return parseFolderFile(text, rubric).problems.map((problem) => toDiagnostic(problem, lines));
}

/** A quick fix for each problem that a range touches, where it is clear what was meant. */
export function folderFixes({ uri, text, rubric, encoding }: OpenFolderFile, range: LspRange, context: CodeActionContext): CodeAction[] {
  if (!wants(context.only, CodeActionKind.QuickFix)) return [];
  const lines = new LineIndex(text, encoding);
  const [from, to] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  const touched = parseFolderFile(text, rubric).problems.filter(({ start, end }) => start <= to && from <= end);
  return touched.flatMap((problem): CodeAction[] => {
    if (problem.meant === undefined) return [];
    const edits = [{ range: toLspRange(problem, lines), newText: problem.meant }];
    return [{ title: `Change to "${problem.meant}"`, kind: CodeActionKind.QuickFix, isPreferred: true, diagnostics: [toDiagnostic(problem, lines)], edit: { changes: { [uri]: edits } } }];
  });
}

/** The keys, profiles, finding codes or levels that can stand at a position. */
export function folderCompletions({ text, rubric, encoding }: OpenFolderFile, position: Position): CompletionItem[] {
  const lines = new LineIndex(text, encoding);
  const site = folderSiteAt(text, lines.offsetAt(position));
  if (site === undefined) return [];
  const range = toLspRange(site, lines);
  return choicesAt(site, text, rubric).map(({ name, write = name, kind, title, about }, index) => ({
    label: name,
    kind,
    ...(title === undefined ? {} : { detail: title }),
    documentation: { kind: MarkupKind.Markdown, value: about },
    sortText: String(index).padStart(4, '0'),
    textEdit: { range, newText: write },
  }));
}

/** What the key, profile, finding code or level at a position means. */
export function folderHover({ text, rubric, encoding }: OpenFolderFile, position: Position, format: HoverFormat): Hover | null {
  const lines = new LineIndex(text, encoding);
  const first = folderSiteAt(text, lines.offsetAt(position));
  const site = first && folderSiteAt(text, first.end);
  const about = site && meaningOf(site, rubric, format);
  return site && about !== undefined ? { contents: { kind: format, value: about }, range: toLspRange(site, lines) } : null;
}

function meaningOf({ kind, typed }: FolderSite, rubric: Rubric, format: HoverFormat): string | undefined {
  const known: Readonly<Record<string, string>> = kind === 'key' ? FOLDER_KEYS : kind === 'level' ? RULE_LEVELS : {};
  if (kind === 'code') return explainCode(rubric, typed, format);
  if (kind === 'profile') return typed.split('+').flatMap((id) => rubric.data.profiles.filter((profile) => profile.id === id)).map(({ title, summary }) => `${title}: ${summary.trim()}`).join('\n\n') || undefined;
  return Object.hasOwn(known, typed) ? known[typed] : undefined;
}

interface Choice {
  readonly name: string;
  readonly write?: string;
  readonly kind: CompletionItemKind;
  readonly title?: string;
  readonly about: string;
}

function choicesAt(site: FolderSite, text: string, rubric: Rubric): Choice[] {
  const colon = /^\s*["']?\s*:/.test(site.after) ? '' : ': ';
  if (site.kind === 'key') {
    const there = new Set([...text.matchAll(/^([\w-]+)\s*:/gm)].filter(({ index }) => index !== site.start).map(([, key]) => key));
    return Object.entries(FOLDER_KEYS).filter(([key]) => !there.has(key)).map(([name, about]) => ({ name, write: name + colon, kind: CompletionItemKind.Property, about }));
  }
  if (site.kind === 'profile') return profileChoices(site.typed, rubric);
  if (site.kind === 'level') return Object.entries(RULE_LEVELS).map(([name, about]) => ({ name, kind: CompletionItemKind.EnumMember, about }));
  const there = parseFolderFile(text, rubric).preferences.rules ?? {};
  return rubric.codes().filter((code) => code === site.typed || !Object.hasOwn(there, code)).map((name) => {
    const { title } = rubric.criterion(name)!;
    return { name, write: name + colon, kind: CompletionItemKind.Value, title, about: explainCode(rubric, name, MarkupKind.Markdown) ?? '' };
  });
}

/** The profiles; after `star-l+`, that one with each overlay. */
function profileChoices(typed: string, rubric: Rubric): Choice[] {
  const base = typed.slice(0, typed.lastIndexOf('+') + 1);
  return rubric.data.profiles
    .filter(({ overlay }) => base === '' || overlay)
    .map(({ id, title, summary }) => ({ name: base + id, kind: CompletionItemKind.Value, title, about: summary.trim() }));
}

function toDiagnostic(problem: FolderProblem, lines: LineIndex): Diagnostic {
  return { range: toLspRange(problem, lines), severity: DiagnosticSeverity.Error, source: DIAGNOSTIC_SOURCE, code: 'folder-file', message: sentence(problem.message) };
}

/** A terminal writes the message after a colon, an editor by itself. */
function sentence(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}

function toLspRange({ start, end }: Range, lines: LineIndex): LspRange {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}
