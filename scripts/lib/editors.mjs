import { installFromDebian } from './debian.mjs';
import { run, works } from './run.mjs';
import { Unavailable } from './unavailable.mjs';

const NEEDED_IN_EMACS = "(progn (package-initialize) (require 'eglot) (require 'lsp-mode) (require 'markdown-mode))";

/** Makes sure that Neovim, and Emacs with eglot, lsp-mode and markdown-mode, can be run from here. */
export async function prepareEditors() {
  if (!(await works('nvim'))) await installFromDebian('neovim');
  if (!(await emacsWorks())) await installFromDebian('emacs-nox', 'elpa-markdown-mode', 'elpa-eglot', 'elpa-lsp-mode');
  const missing = [(await works('nvim')) ? [] : ['Neovim'], (await emacsWorks()) ? [] : ['Emacs with eglot, lsp-mode and markdown-mode']].flat();
  if (missing.length > 0) throw new Unavailable(`no ${missing.join(' and no ')}: not installed, and apt-get needs root on Debian`);
}

async function emacsWorks() {
  try {
    return (await run('emacs', ['--batch', '--eval', NEEDED_IN_EMACS], { quiet: true })).code === 0;
  } catch {
    return false;
  }
}
