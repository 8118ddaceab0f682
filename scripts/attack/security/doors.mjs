// A folder that somebody else sent, and an agent that asks for what is not its own.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { traceIn, tracesOf } from './eyes.mjs';
import { startServer } from './server.mjs';

const STORY = '## Situation\n\nDuring a sale our checkout began to time out, and one in ten customers could not pay.\n\n## Action\n\nI capped the retries with the hubbub that we had.\n\n## Result\n\nThe rate fell from 4% to 1% in a month.\n';
const PACK = "id: in-house-jargon\ntitle: Jargon\nmessage: Nobody knows it.\nwhy: W.\nsources: [starwright]\nweak: I x.\nstrong: I y.\nseverity: warning\ncues:\n  - patterns: ['hubbub']\nexamples:\n  fires: [The hubbub., The hubbub., The hubbub.]\n  silent: [I y., I y., I y.]\n";

function folderWith(files) {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'starwright-attack-')));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** Without trust the rubric of a workspace is not read, wherever it is named; with trust it is, which shows that this would be seen. */
export async function attackTrust(root) {
  const row = { what: 'an untrusted workspace with a rubric of its own, found and named', times: 0, broke: [] };
  const folder = folderWith({ 'a.star.md': STORY, '.starwright/rubric/phrases/in-house-jargon.yaml': PACK, 'other/phrases/in-house-jargon.yaml': PACK });
  for (const rubric of [[], ['other'], [path.join(folder, 'other')], ['./other/../other'], [`${folder}/x/../other`], [pathToFileURL(path.join(folder, 'other')).href]]) {
    const server = await startServer(root, folder, { trusted: false, settings: { rubric } });
    const codes = async () => {
      const { items } = await server.ask('textDocument/diagnostic', { textDocument: { uri: pathToFileURL(path.join(folder, 'a.star.md')).href } });
      return items.map(({ code }) => code);
    };
    await server.open(path.join(folder, 'a.star.md'), STORY);
    row.times++;
    if ((await codes()).includes('in-house-jargon')) row.broke.push(`a rubric was read without trust, named ${JSON.stringify(rubric)}`);
    await server.tell('starwright/trusted', {});
    if (!(await codes()).includes('in-house-jargon')) row.broke.push(`the rubric is not read with trust either, so nothing was shown (${JSON.stringify(rubric)})`);
    await server.stop();
  }
  rmSync(folder, { recursive: true, force: true });
  return row;
}

const SECRET = 'zqxsecret';

/** Paths that lead out of the folder an agent may read, and links in it. */
export async function attackAgent(root) {
  const row = { what: 'paths and links that lead out of the folders an agent may read', times: 0, broke: [] };
  const folder = folderWith({ 'stories/a.star.md': STORY, 'secret.star.md': STORY.replace('hubbub', SECRET), 'stories-too/b.star.md': STORY.replace('hubbub', SECRET) });
  const stories = path.join(folder, 'stories');
  for (const [link, to] of [['link.star.md', '../secret.star.md'], ['up', '..'], ['zero.star.md', '/dev/zero'], ['circle.star.md', 'circle.star.md'], ['passwd.md', '/etc/passwd']]) symlinkSync(to, path.join(stories, link));
  const client = new Client({ name: 'attack', version: '1' }, { capabilities: {}, versionNegotiation: { mode: 'legacy' } });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [path.join(root, 'dist/cli.js'), 'mcp', stories], cwd: folder, stderr: 'ignore' }));
  const out = path.join(folder, 'secret.star.md');
  const paths = ['../secret.star.md', '..\\secret.star.md', './../secret.star.md', 'a/../../secret.star.md', 'a.star.md/../../secret.star.md', 'up/secret.star.md', 'link.star.md', 'zero.star.md', 'circle.star.md', 'passwd.md', out, out.replace('/', '//'), `${stories}/../secret.star.md`, `${stories}-too/b.star.md`, '../stories-too/b.star.md', pathToFileURL(out).href, `file://localhost${out}`, '..%2fsecret.star.md', '%2e%2e/secret.star.md', 'a.star.md\u0000../../secret.star.md', `${out}\u0000.md`, '~/secret.star.md', '\\\\server\\share\\a.star.md', '//server/share/a.star.md', 'C:\\secret.star.md', 'C:secret.star.md', '\\\\?\\C:\\secret.star.md', 'CON', 'NUL.star.md', '.', '..', '/', '/etc/passwd', '/dev/zero', '/proc/self/environ', 'constructor', '__proto__', '', ' ', '.../secret.star.md', '\u2025/secret.star.md', '．．/secret.star.md'];
  for (const asked of paths) {
    row.times++;
    const { content, isError } = await client.callTool({ name: 'review_story', arguments: { path: asked } }, { timeout: 20_000 }).catch((error) => ({ content: [{ text: error.message }], isError: true }));
    const said = JSON.stringify(content);
    if (!isError || said.includes(SECRET) || said.includes('root:')) row.broke.push(`${JSON.stringify(asked)} was answered with ${said.slice(0, 120)}`);
  }
  for (const name of ['list_stories', 'coverage']) {
    row.times++;
    const said = JSON.stringify(await client.callTool({ name, arguments: {} }).catch((error) => error.message));
    if (said.includes('secret')) row.broke.push(`${name} names what lies outside`);
  }
  const { isError } = await client.callTool({ name: 'review_story', arguments: { path: 'a.star.md' } });
  if (isError) row.broke.push('the story inside is refused too, so nothing was shown');
  await client.close();
  rmSync(folder, { recursive: true, force: true });
  return row;
}

/** Everything that leaves a bank without names, through its real door, searched byte by byte. */
export async function attackExports(root) {
  const row = { what: 'a bank exported and answered for without names, through the real doors, byte by byte', times: 0, broke: [] };
  const names = ['Contoso', "O'Brien", 'Müller & Söhne'];
  const told = (title, first, second) => `---\nstar: 1\ntitle: ${JSON.stringify(`${title} at night`)}\naliases: { Fabrikam Parcels: a carrier }\nshape: production-incident\n---\n\n${STORY.replace('our checkout', `the checkout of ${first}`).replace('the hubbub', second)}\n## Framing: For ${title}\n\n### Action\n\nI asked ${first} on ledger-db-03.corp.fabrikam.test about QWXPAY-48213.\n\n## Follow-ups\n\n- Why did ${title} wait? ${second} said so.\n\n## Cues\n\n- ${title}\n`;
  const files = { 'contoso.star.md': told('Contoso', 'Con\\\ntoso', 'C&shy;ontoso'), "o'brien.star.md": told('O’Brien', "O'Bri<b>en</b>", 'O&#39;Brien'), 'müller-söhne.star.md': told('Muller & Sohne', 'Müller\n& Söhne', 'MÜLLER &amp; SÖHNE'), 'd.star.md': told('Fabrikam', 'FabriKam  \nParcels', '**Fabrikam** Parcels') };
  const folder = folderWith({ ...files, '.starwright.yaml': `confidentialTerms: ${JSON.stringify(names)}\n` });
  const wanted = ['Contoso', "O'Brien", 'Müller Söhne', 'Fabrikam Parcels', 'ledger-db-03', 'QWXPAY-48213'];
  const search = (where, text, markdown) => {
    row.times++;
    for (const name of wanted) {
      const trace = name.startsWith('Fabrikam') ? ['parcels'] : tracesOf(name);
      const found = traceIn(text, trace, markdown);
      if (found) row.broke.push(`“${found}” of ${name} in ${where}`);
    }
  };
  for (const format of ['html', 'md', 'csv']) {
    spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), 'export', '.', '--redact', '--to', `out.${format}`], { cwd: folder });
    if (!existsSync(path.join(folder, `out.${format}`))) row.broke.push(`no ${format} was exported`);
    else search(`starwright export --to out.${format}`, readFileSync(path.join(folder, `out.${format}`), 'utf8'), format === 'md');
    rmSync(path.join(folder, `out.${format}`), { force: true });
  }
  const server = await startServer(root, folder);
  const uris = Object.keys(files).map((name) => pathToFileURL(path.join(folder, name)).href);
  for (const [name, text] of Object.entries(files)) await server.open(path.join(folder, name), text);
  for (const uri of uris) {
    const { text, name } = await server.ask('starwright/redact', { textDocument: { uri } });
    search('the redacted view', `${text}\n\n${name}`, true);
    // Whoever asks knows the path.
    const answered = JSON.stringify(await server.ask('starwright/answer', { ask: 'review', uri }));
    search("the editor's answer to a model", answered.replaceAll(decodeURIComponent(uri.split('/').at(-1)), ''), false);
  }
  for (const format of ['html', 'md', 'csv', 'body']) search(`the editor's ${format} cards`, (await server.ask('starwright/cards', { uris, format, redact: true })).text, format === 'md');
  await server.stop();
  const client = new Client({ name: 'attack', version: '1' }, { capabilities: {}, versionNegotiation: { mode: 'legacy' } });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [path.join(root, 'dist/cli.js'), 'mcp', folder], cwd: folder, stderr: 'ignore' }));
  const stories = await client.callTool({ name: 'list_stories', arguments: {} });
  search('list_stories', JSON.stringify(stories), false);
  const { stories: listed = [] } = stories.structuredContent ?? {};
  if (listed.length !== 4) row.broke.push(`the server lists ${listed.length} stories, so nothing was shown`);
  for (const { path: called } of listed) search('review_story', JSON.stringify(await client.callTool({ name: 'review_story', arguments: { path: called } })), false);
  for (const [name, args] of [['match_question', { question: 'Tell me about an outage.' }], ['coverage', {}]]) search(name, JSON.stringify(await client.callTool({ name, arguments: args })), false);
  await client.close();
  rmSync(folder, { recursive: true, force: true });
  return row;
}

/** What a folder of somebody else does at a terminal and to a build server. */
export function attackTerminal(root) {
  const row = { what: 'words, names of files and links that would steer a terminal or a build server', times: 0, broke: [] };
  const steers = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|^\s*::(?!(?:error|warning|notice) (?:file|title)=)|##\[/m;
  const bad = '\u001b]0;zqx\u0007\u001b[2J\u009b8m\u202e\u2067\u2028::add-mask::x ##[command]x';
  const yaml = (text) => JSON.stringify(text).replace(/[\u007f-\u009f]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16)}`);
  const text = `---\nstar: 1\ntitle: ${yaml(`::error::${bad}`)}\nshape: ${yaml(bad)}\nrules: { ${yaml(bad)}: off }\n---\n${STORY.replaceAll('our checkout', bad.replace('\u2028', ' '))}\n## Framing: ${bad.replace('\u2028', ' ')}\n\n### Action\n\nI ${bad.replace('\u2028', ' ')} it.\n\n## Cues\n\n- ::warning::${bad.replace('\u2028', ' ')}\n`;
  const folder = folderWith({ '::error::a.star.md': text, 'b\u001b[31m\u202e.star.md': text, 'c\n::set-output name=x::y.star.md': text, '.starwright.yaml': `${yaml(bad)}: 1\n`, '.starwright/rubric/phrases/x.yaml': `${yaml(bad)}: 1\n`, '.starwright/rubric/x\u001b[2J/x.yaml': 'id: x\n' });
  for (const [link, to] of [['out.star.md', '/etc/passwd'], ['zero.star.md', '/dev/zero']]) symlinkSync(to, path.join(folder, link));
  const commands = [['check', '.'], ...['json', 'compact', 'sarif', 'github'].map((format) => ['check', '--format', format, '.']), ['match', `Tell me ${bad}`, '.'], ['match', '--format', 'json', 'Tell me about an outage', '.'], ['coverage', '.'], ['coverage', '--format', 'json', '.'], ['rehearse', '::error::a.star.md'], ['rehearse', '--format', 'json', '::error::a.star.md'], ['rubric', 'check', '.starwright/rubric'], ['check', bad], ['check', '--print-config', '::error::a.star.md'], ['new', '--shape', bad], ['rubric', 'explain', bad], [bad]];
  for (const args of commands) {
    row.times++;
    const { stdout, stderr, error } = spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), ...args], { cwd: folder, encoding: 'utf8', timeout: 60_000 });
    const found = steers.exec(stdout) ?? steers.exec(stderr);
    if (error) row.broke.push(`starwright ${JSON.stringify(args)}: ${error.message}`);
    else if (found) row.broke.push(`starwright ${JSON.stringify(args)} printed ${JSON.stringify((stdout + stderr).slice(Math.max(0, found.index - 20), found.index + 30))}`);
  }
  rmSync(folder, { recursive: true, force: true });
  return row;
}
