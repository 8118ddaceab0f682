import * as vscode from 'vscode';
import type { Catalog, CatalogQuestion } from '../../../server/src/lsp/protocol.js';
import { askForDraft, readCatalog } from '../catalog.js';
import type { StoryServer } from '../client.js';
import { showNew } from '../newDocument.js';
import { fileName, losesInName, STORY_EXTENSION } from '../stories.js';
import { placeForStory } from '../storyPlace.js';
import { askForAnswer, askForQuestion } from './pickQuestion.js';

/** What a story is begun from: a kind, or a question and a kind that answers it. */
interface Start {
  readonly shape: string;
  readonly question?: string;
}

/** What is known beforehand of a story to write: its kind, or the question it answers by id or in words. */
export interface Wanted {
  readonly shape?: string;
  readonly question?: string;
}

/** What is offered, with the kinds of story that a question in the person's own words asks for first. */
type CatalogFor = (question: string) => Promise<Catalog | undefined>;

/** No id of a kind of story: those have no capitals. */
const QUESTION = 'QUESTION';

/** Asks for a question or a kind of story, unless it is known, and a title, and opens a new story to fill in. Never overwrites a file. */
export async function newStory(server: StoryServer, clicked?: vscode.Uri, wanted: Wanted = {}): Promise<void> {
  const place = await placeForStory(clicked);
  if (place === 'left') return;
  const catalog = await readCatalog(server, place.folder);
  const start = catalog && (await askForStart(catalog, wanted, (question) => readCatalog(server, place.folder, question)));
  if (!start) return;
  if ('answer' in start) {
    const draft = await askForDraft(server, { from: 'question', question: start.answer }, place.folder);
    if (draft && 'text' in draft) await showNew(place.folder, { ...draft, extension: '.md' });
    return;
  }
  const title = await askForTitle();
  if (title === undefined) return;
  const draft = await askForDraft(server, { from: 'template', title: title.trim(), ...start }, place.folder);
  if (draft && 'text' in draft) await showNew(place.folder, draft);
}

async function askForStart(catalog: Catalog, { shape, question }: Wanted, catalogFor: CatalogFor): Promise<Start | { readonly answer: string } | undefined> {
  if (shape !== undefined) return question === undefined ? { shape } : { shape, question };
  if (question !== undefined) return startFor(catalog, catalog.questions.find(({ id }) => id === question) ?? question, catalogFor);
  const chosen = await pickKind(catalog, catalog.shapes.map(({ id }) => id), true);
  if (chosen === undefined) return undefined;
  if (chosen !== QUESTION) return { shape: chosen };
  const asked = await askForQuestion(catalog);
  return asked ? startFor(catalog, asked, catalogFor) : undefined;
}

async function startFor(catalog: Catalog, question: CatalogQuestion | string, catalogFor: CatalogFor): Promise<Start | { readonly answer: string } | undefined> {
  if (typeof question !== 'string' && !question.wantsStory) {
    const answer = await askForAnswer(question);
    if (answer !== 'story') return answer === undefined ? undefined : { answer: question.id };
  }
  const { id, shapes } = typeof question === 'string' ? { id: question, shapes: [] } : question;
  const all = typeof question === 'string' ? ((await catalogFor(question)) ?? catalog).shapes : catalog.shapes;
  const shape = shapes.length === 1 ? shapes[0] : await pickKind(catalog, shapes.length > 0 ? shapes : all.map((each) => each.id), false);
  return shape === undefined ? undefined : { shape, question: id };
}

/** A kind of story by its id; {@link QUESTION} when the person would rather start from one. */
async function pickKind(catalog: Catalog, ids: readonly string[], questions: boolean): Promise<string | undefined> {
  const kinds = ids.flatMap((id) => catalog.shapes.filter((shape) => shape.id === id)).map(({ id, title, description }) => ({ label: title, detail: description, id }));
  const other = {
    label: `$(question) ${vscode.l10n.t('Start from a question…')}`,
    detail: vscode.l10n.t('Pick or type the question an interviewer asks; the kinds of story that answer it are offered.'),
    id: QUESTION,
  };
  const separator = { label: vscode.l10n.t('Kinds of story'), kind: vscode.QuickPickItemKind.Separator, id: '' };
  const chosen = await vscode.window.showQuickPick(questions ? [other, separator, ...kinds] : kinds, {
    title: vscode.l10n.t('New Story'),
    placeHolder: questions ? vscode.l10n.t('What kind of story is it?') : vscode.l10n.t('Which kind of story will answer it?'),
    matchOnDetail: true,
  });
  return chosen?.id;
}

function askForTitle(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('New Story'),
    prompt: vscode.l10n.t('A title you will recognise it by. The file is named after it.'),
    placeHolder: vscode.l10n.t('Payment timeout storm'),
    ignoreFocusOut: true,
    validateInput: (value) => {
      if (value.trim() === '') return vscode.l10n.t('A story needs a title.');
      if (!losesInName(value)) return undefined;
      const message = vscode.l10n.t('The title is kept as it is; the file will be named {0}.', fileName(value, STORY_EXTENSION));
      return { message, severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
}
