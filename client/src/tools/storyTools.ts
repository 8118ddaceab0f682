import * as vscode from 'vscode';
import { ANSWER_REQUEST, type Answered, type AnswerParams } from '../../../server/src/lsp/protocol.js';
import type { StoryServer } from '../client.js';
import { inMessage } from '../inMessage.js';
import type { Prepared, Tool } from './editorTools.js';
import { shownName, storyFile } from './storyFile.js';

/** What a language model asks with: only what its tool's schema in package.json has. */
interface Input {
  readonly path?: string;
  readonly id?: string;
  readonly shape?: string;
  readonly signal?: string;
  readonly question?: string;
}

interface StoryTool {
  /** What the person is shown and, where sentences or titles of theirs are handed on, asked. */
  prepare(input: Input): Prepared | Promise<Prepared>;
  params(input: Input): AnswerParams | Promise<AnswerParams>;
}

/** Each tool by the name that package.json gives it. */
const TOOLS: Readonly<Record<string, StoryTool>> = {
  starwright_review_story: {
    prepare: async ({ path }) => aboutFile(shownName(await storyFile(path))),
    params: async ({ path }) => ({ ask: 'review', uri: (await storyFile(path)).toString() }),
  },
  starwright_explain_criterion: {
    prepare: ({ id = '' }) => ({ invocationMessage: vscode.l10n.t('Looking up {0} in the rubric', inMessage(id)) }),
    params: ({ id = '' }) => ({ ask: 'explain', id }),
  },
  starwright_list_questions: {
    prepare: () => ({ invocationMessage: vscode.l10n.t('Looking up interview questions') }),
    params: ({ shape, signal }) => ({ ask: 'questions', ...(shape !== undefined && { shape }), ...(signal !== undefined && { signal }) }),
  },
  starwright_match_question: {
    prepare: ({ question = '' }) => aboutBank(vscode.l10n.t('Matching your stories with “{0}”', inMessage(question))),
    params: ({ question = '' }) => ({ ask: 'match', question }),
  },
  starwright_coverage: {
    prepare: () => aboutBank(vscode.l10n.t('Looking at what your stories cover')),
    params: () => ({ ask: 'coverage' }),
  },
};

export const TOOL_NAMES = Object.keys(TOOLS);

/** A tool whose answer comes from the server; `result` makes the editor's own object of it. */
export function storyTool(name: string, server: StoryServer, result: (text: string) => object): Tool<Input> {
  const { prepare, params } = TOOLS[name]!;
  return {
    prepareInvocation: async ({ input }) => {
      requireWanted();
      return prepare(input);
    },
    invoke: async ({ input }) => {
      requireWanted();
      const answered = await server.ask<Answered>(ANSWER_REQUEST, await params(input));
      if (answered === undefined) throw new Error(vscode.l10n.t('The Starwright language server did not answer.'));
      if ('refused' in answered) throw new Error(answered.refused);
      return result(answered.text);
    },
  };
}

/** An editor keeps its own models away from what is switched off; whoever else asks is told. */
function requireWanted(): void {
  if (vscode.workspace.getConfiguration('starwright').get<boolean>('languageModelTools', false)) return;
  throw new Error(vscode.l10n.t('These tools are switched off. The setting starwright.languageModelTools switches them on; only the person may do that.'));
}

function aboutFile(file: string): Prepared {
  return {
    invocationMessage: vscode.l10n.t('Reviewing {0}', file),
    confirmationMessages: {
      title: vscode.l10n.t('Review a story for the language model?'),
      message: vscode.l10n.t('Starwright reviews {0} and gives the model what it finds, with sentences of the story. Names on your list, machines, tickets and keys are replaced.', file),
    },
  };
}

function aboutBank(invocationMessage: string): Prepared {
  const folders = inMessage((vscode.workspace.workspaceFolders ?? []).map(({ name }) => name).join(', '));
  return {
    invocationMessage,
    confirmationMessages: {
      title: vscode.l10n.t('Show your stories to the language model?'),
      message: vscode.l10n.t('Starwright reads the stories in {0} and gives the model their paths, titles and kinds. Names on your list are replaced in titles, not in paths.', folders),
    },
  };
}
