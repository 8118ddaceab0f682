// The language servers that are typed into: how each is started, and what an editor has to know or do for it.
import path from 'node:path';

export const PULLED = 'Starwright, asked for diagnostics';
export const PUSHED = 'Starwright, sending them';
export const NOTHING = 'a server that does nothing';
export const REMARK = 'remark-language-server';

const ALLOWED = { enabled: 'warning' };
const LINKS = { enabled: true, referenceLinks: ALLOWED, fragmentLinks: ALLOWED, fileLinks: { ...ALLOWED, markdownFragmentLinks: 'inherit' }, unusedLinkDefinitions: ALLOWED, duplicateLinkDefinitions: ALLOWED, ignoredLinks: [] };

/** Ourselves and what is measured beside us, in the order of the table. A folder that remark is to work in needs `REMARK_SETTINGS`. */
export async function editorServers(root, { file, load }) {
  const starwright = [path.join(root, 'dist/cli.js'), 'lsp', '--stdio'];
  return [
    { title: NOTHING, args: [path.join(import.meta.dirname, 'nothing.cjs'), '--stdio'], pull: true },
    { title: PULLED, args: starwright, pull: true },
    { title: PUSHED, args: starwright, pull: false },
    { title: REMARK, args: [file('../remarkServer.mjs'), '--stdio'], pull: false, settings: { remark: { requireConfig: true } } },
    await vscodeMarkdown(file, load),
  ];
}

export const REMARK_SETTINGS = { name: '.remarkrc.json', text: '{ "plugins": ["remark-frontmatter", "remark-preset-lint-recommended"] }\n' };

/** It leaves the reading of Markdown and of files to the editor. */
async function vscodeMarkdown(file, load) {
  const { default: MarkdownIt } = await load('markdown-it');
  const engine = new MarkdownIt({ html: true });
  let shown = '';
  return {
    title: 'vscode-markdown-language-server',
    args: [file('vscode-langservers-extracted/bin/vscode-markdown-language-server'), '--stdio'],
    pull: true,
    settings: { markdown: { validate: LINKS } },
    initializationOptions: { markdownFileExtensions: ['md'] },
    requests: {
      'markdown/parse': ({ text }) => engine.parse(text ?? shown, {}),
      'markdown/findMarkdownFilesInWorkspace': () => [],
      'markdown/fs/readFile': () => [],
      'markdown/fs/readDirectory': () => [],
      'markdown/fs/stat': () => undefined,
      'markdown/fs/watcher/create': () => null,
      'markdown/fs/watcher/delete': () => null,
    },
    opened: (text) => (shown = text),
  };
}
