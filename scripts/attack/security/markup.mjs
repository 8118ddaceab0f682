// Words that would be markup, links or commands, wherever words of a story, a rubric or a path are shown.
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { micromark } from 'micromark';
import { startServer } from './server.mjs';

const WORDS = [
  '<zqx onload=x>', '"><zqx a="', "'><zqx a='", '</title><zqx>', '<!--<zqx>-->', '&lt;zqx&gt;<zqx>', '<svg/onload=zqx>', '<a href="javascript:zqx">x</a>', '<img src=https://zqx.test/p.png>', ']]><zqx>', '</script><zqx>', '</style><zqx>',
  '![x](https://zqx.test/p.png)', '[x](command:zqx.run)', '[x](javascript:zqx)', '[x][y]\n\n[y]: https://zqx.test/p', '<https://zqx.test>', 'https://zqx.test/a', 'www.zqx.test', '`[x](command:zqx.run)`', '``` [x](command:zqx.run)', '\\[x](command:zqx.run)', '| x | <zqx> |', '$(zqx)', '\\](command:zqx.run)', '[x\\](command:zqx.run)',
  '=cmd|zqx', '+zqx', '-2+zqx', '@SUM(zqx)', '\t=zqx', '＝zqx', '"=zqx', ';=zqx', '%0A=zqx', '${zqx}', '{{constructor.constructor("zqx")()}}',
];

const story = (words) => `---\nstar: 1\ntitle: ${JSON.stringify(words)}\nshape: production-incident\n---\n\n# ${words.replace(/\s+/g, ' ')}\n\n## Situation\n\nDuring a sale our checkout began to time out, and ${words.replace(/\s+/g, ' ')} customers could not pay.\n\n## Action\n\nI chose to shed retries (${words.replace(/\s+/g, ' ')}) rather than scale out, because the partner could not take more; the cost was a few failed payments.\n\n## Result\n\nThe rate fell from 4% to 1% in a month at ${words.replace(/\s+/g, ' ')}.\n\n## Framing: ${words.replace(/\s+/g, ' ')}\n\n### Action\n\n${words.replace(/\s+/g, ' ')} I capped the retries.\n\n## Cues\n\n- ${words.replace(/\s+/g, ' ')}\n\n## Follow-ups\n\n- ${words.replace(/\s+/g, ' ')}? ${words.replace(/\s+/g, ' ')}\n`;

const TAG = /<\/?([a-z][a-z0-9-]*)((?:\s+[^\s=>"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']*))?)*)\s*\/?>/gi;

/** What a browser would make of HTML that we did not: a tag or an attribute of the attack, an address, anything that runs. */
function hostileHtml(html) {
  for (const [tag, name, attributes] of html.matchAll(TAG)) {
    if (/^(?:zqx|script|img|svg|iframe|object|embed|base|form|style)$/i.test(name) && !/^<\/?style>$/.test(tag)) return tag;
    for (const [, key, value = ''] of attributes.matchAll(/([^\s=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)/g)) {
      if (/^on/i.test(key) || /^(?:src|srcdoc|style|action|formaction)$/i.test(key)) return tag;
      if (/^href$/i.test(key) && !/^["']?#/.test(value)) return tag;
    }
  }
  return undefined;
}

/** What an editor would make of Markdown that is shown to a person: a link but to our own three commands, an image, a tag, a bare address. */
function hostileMarkdown(markdown) {
  const html = micromark(markdown, { allowDangerousHtml: true, allowDangerousProtocol: true });
  const address = html.replace(/<[^>]*>/g, '').length > 0 && /(?<!\\)(?:https?:\/\/|www\.)(?=zqx)/.exec(markdown);
  if (address) return address[0];
  for (const [tag] of html.matchAll(/<(?:img|zqx|svg|a)\b[^>]*>/gi)) if (!/^<a href="command:starwright\.(?:silence|tuneRule|showRule|silenceFinding)[\w.]*\?/.test(tag)) return tag;
  return undefined;
}

function hostileCsv(text) {
  return /(?:^|,|\r\n)"?[=+@\t＝＋＠-][^",]*/.exec(text.replace(/"(?:[^"]|"")*"/g, (cell) => (/^"[=+@\t＝＋＠-]/.test(cell) ? cell : '"x"')))?.[0];
}

export async function attackMarkup(root) {
  const folder = mkdtempSync(path.join(tmpdir(), 'starwright-attack-'));
  const [hovers, pages] = [{ what: 'words that would be links, images or commands, in hovers, completions, lenses and hints', times: 0, broke: [] }, { what: 'words that would be HTML or formulas, in pages, cards and exports', times: 0, broke: [] }];
  const server = await startServer(root, folder);
  try {
    for (const [nth, words] of WORDS.entries()) {
      const file = path.join(folder, `${nth}.star.md`);
      const text = story(words);
      writeFileSync(file, text);
      await server.open(file, text);
      const textDocument = { uri: pathToFileURL(file).href };
      const markdown = (where, said) => {
        hovers.times++;
        const bad = hostileMarkdown(said);
        if (bad) hovers.broke.push(`${JSON.stringify(words)} became ${bad} in ${where}`);
      };
      for (const [line, written] of text.split('\n').entries()) {
        if (written === '') continue;
        const hover = await server.ask('textDocument/hover', { textDocument, position: { line, character: Math.min(4, written.length) } });
        if (hover) markdown('a hover', hover.contents.value);
        const items = line > 6 ? [] : await server.ask('textDocument/completion', { textDocument, position: { line, character: written.length } });
        for (const { documentation } of items?.items ?? items ?? []) if (documentation?.kind === 'markdown') markdown('a completion', documentation.value);
      }
      for (const lens of (await server.ask('textDocument/codeLens', { textDocument })) ?? []) {
        hovers.times++;
        if (lens.command?.command && !/^starwright\./.test(lens.command.command)) hovers.broke.push(`${JSON.stringify(words)}: a lens runs ${lens.command.command}`);
      }
      for (const format of ['body', 'html', 'md', 'csv']) for (const redact of [false, true]) {
        const { text: cards } = await server.ask('starwright/cards', { uris: [textDocument.uri], format, redact });
        pages.times++;
        const bad = format === 'md' ? hostileMarkdown(cards) : format === 'csv' ? hostileCsv(cards) : hostileHtml(cards);
        if (bad) pages.broke.push(`${JSON.stringify(words)} became ${bad} in the ${format} cards`);
        if (format === 'html' && !/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/.test(cards)) pages.broke.push('cards without a content policy');
      }
      await server.close(file);
    }
    for (const format of ['html', 'md']) {
      const page = await server.ask('starwright/coverageReport', { format });
      pages.times++;
      const bad = format === 'md' ? hostileMarkdown(page) : hostileHtml(page);
      if (bad) pages.broke.push(`${bad} in the ${format} matrix`);
    }
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return [hovers, pages].map((row) => ({ ...row, broke: row.broke.slice(0, 20) }));
}
