import * as vscode from 'vscode';

/** One line to type. */
export interface Step {
  readonly prompt: string;
  readonly placeholder: string;
  /** Why the line cannot be left like this. */
  readonly problem?: (value: string) => string | undefined;
}

/**
 * Asks for one line after the other, with a way back. `lines` is what was typed so far; it is kept up to date,
 * so that what was typed before leaving is there the next time. Resolves with false when the person leaves.
 */
export async function askInSteps(title: string, steps: readonly Step[], lines: string[]): Promise<boolean> {
  for (let at = 0; at < steps.length; ) {
    const next = await askOne(title, steps, at, lines);
    if (next === 'left') return false;
    at += next === 'back' ? -1 : 1;
  }
  return true;
}

function askOne(title: string, steps: readonly Step[], at: number, lines: string[]): Promise<'next' | 'back' | 'left'> {
  const { prompt, placeholder, problem } = steps[at]!;
  const input = vscode.window.createInputBox();
  Object.assign(input, { title, prompt, placeholder, step: at + 1, totalSteps: steps.length, ignoreFocusOut: true, value: lines[at] ?? '' });
  input.buttons = at > 0 ? [vscode.QuickInputButtons.Back] : [];
  return new Promise((resolve) => {
    let outcome: 'next' | 'back' | 'left' = 'left';
    const end = (how: typeof outcome) => {
      outcome = how;
      input.hide();
    };
    input.onDidChangeValue((value) => {
      lines[at] = value;
      input.validationMessage = undefined;
    });
    input.onDidTriggerButton(() => end('back'));
    input.onDidAccept(() => {
      input.validationMessage = problem?.(input.value);
      if (!input.validationMessage) end('next');
    });
    input.onDidHide(() => {
      input.dispose();
      resolve(outcome);
    });
    input.show();
  });
}
