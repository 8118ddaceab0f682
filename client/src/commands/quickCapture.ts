import * as vscode from 'vscode';
import { askForDraft } from '../catalog.js';
import type { StoryServer } from '../client.js';
import { askInSteps, type Step } from '../multiStep.js';
import { showNew } from '../newDocument.js';
import { placeForStory } from '../storyPlace.js';
import { today } from '../today.js';

/** Three lines tonight, a story later. What was typed before leaving is there the next time. */
export class QuickCapture {
  readonly #server: StoryServer;
  #lines: string[] = [];

  constructor(server: StoryServer) {
    this.#server = server;
  }

  /** Asks for the three lines and opens a draft that holds them. Never overwrites a file. */
  async run(): Promise<void> {
    const lines = this.#lines;
    if (!(await askInSteps(vscode.l10n.t('Quick Capture'), steps(lines), lines))) return;
    const place = await placeForStory();
    if (place === 'left') return;
    const [happened = '', did = '', came = ''] = lines;
    const draft = await askForDraft(this.#server, { from: 'lines', happened, did, came, date: today() }, place.folder);
    if (!draft || !('text' in draft)) return;
    await showNew(place.folder, draft);
    this.#lines = [];
  }
}

function steps(lines: readonly string[]): Step[] {
  const nothing = () => (lines.some((line) => /[\p{L}\p{N}]/u.test(line)) ? undefined : vscode.l10n.t('A few words in one of the three lines are enough.'));
  return [
    { prompt: vscode.l10n.t('What happened? One line; you can leave it empty.'), placeholder: vscode.l10n.t('Checkout went down for twenty minutes on the busiest evening') },
    { prompt: vscode.l10n.t('What did you do? One line; you can leave it empty.'), placeholder: vscode.l10n.t('I rolled back the release and found the missing index') },
    { prompt: vscode.l10n.t('What came of it? One line; you can leave it empty.'), placeholder: vscode.l10n.t('We have not lost an order since'), problem: nothing },
  ];
}
