import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Editor } from './editor.mjs';
import { after, codes, farewell, storiesIn, type, uriOf } from './typing.mjs';

/** The server is killed while somebody types; a fresh one must say the same of the text as one that was never disturbed. */
export async function serverKilled({ cli, random, text }, times) {
  const broke = [];
  const uri = 'file:///stories/typed.star.md';
  const undisturbed = await Editor.start(cli);
  for (let nth = 0; nth < times; nth++) {
    const first = await Editor.start(cli);
    let typed = text;
    await first.open(uri, text);
    const timer = setTimeout(() => first.kill(), random.below(300));
    try {
      for (;;) {
        await first.insert(uri, random.below(typed.length), random.pick(['x', ' I chose ', '\n## Result\n', '🙂']));
        typed = first.text(uri);
        await first.diagnostics(uri);
      }
    } catch {
      clearTimeout(timer);
    }
    const second = await Editor.start(cli);
    await second.open(uri, typed);
    const other = `file:///stories/other-${nth}.star.md`;
    await undisturbed.open(other, typed);
    const [found, expected] = [codes(await second.diagnostics(uri)), codes(await undisturbed.diagnostics(other))];
    if (found !== expected) broke.push(`seed ${random.seed}, ${nth}: ${found} instead of ${expected}`);
    await second.leave();
  }
  return { times, broke: [...broke, ...(await farewell(undisturbed))] };
}

/** The editor dies while the server works; the server must be gone soon. */
export async function editorKilled({ cli, random, text, folder }, times) {
  const broke = [];
  const cwd = mkdtempSync(path.join(folder, 'orphan-'));
  storiesIn(cwd, 60, text);
  for (let nth = 0; nth < times; nth++) {
    const editor = await Editor.start(cli, { folders: [cwd] });
    editor.request('starwright/bank', {}).catch(() => {});
    editor.request('workspace/diagnostic', { previousResultIds: [] }).catch(() => {});
    await after(random.below(400));
    const gone = editor.gone.catch(() => 'gone');
    for (const stream of [editor.child.stdin, editor.child.stdout, editor.child.stderr]) stream.destroy();
    if ((await Promise.race([gone, after(5000)])) !== 'gone') {
      broke.push(`${nth}: a server was still there after five seconds`);
      editor.kill();
    }
  }
  return { times, broke };
}

/** So many files change at once while somebody types, as when a branch is switched. */
export async function storm({ cli, folder, text }, files) {
  const cwd = mkdtempSync(path.join(folder, 'storm-'));
  const short = text.slice(0, 400);
  storiesIn(cwd, files, short);
  const editor = await Editor.start(cli, { folders: [cwd] });
  const uri = uriOf(cwd, 's0.star.md');
  await editor.open(uri, short);
  const all = async () => {
    for (;;) {
      const bank = await editor.request('starwright/bank', {});
      if (bank.complete) return bank.stories.length;
      await after(250);
    }
  };
  await all();
  const changes = [];
  for (let nth = 1; nth < files; nth++) {
    const place = path.join(cwd, `s${nth}.star.md`);
    if (nth % 5 === 0) rmSync(place);
    else writeFileSync(place, `${short}\n\nThe other branch, ${nth}.\n`);
    changes.push({ uri: uriOf(place), type: nth % 5 === 0 ? 3 : 2 });
  }
  const gone = changes.filter(({ type }) => type === 3).length;
  storiesIn(cwd, gone, short, files);
  for (let nth = files; nth < files + gone; nth++) changes.push({ uri: uriOf(cwd, `s${nth}.star.md`), type: 1 });
  const typing = type(editor, uri, 60);
  for (let at = 0; at < changes.length; at += 50) {
    await editor.filesChanged(changes.slice(at, at + 50));
    await after(2);
  }
  const { broke } = await typing;
  let stories = await all();
  for (const end = Date.now() + 120_000; stories !== files && Date.now() < end; stories = await all()) await after(500);
  if (stories !== files) broke.push(`${stories} stories are known, and there are ${files}`);
  return { times: changes.length, broke: [...broke, ...(await farewell(editor))] };
}

/** Somebody types in an editor that answers no request of the server. */
export async function deafEditor({ cli, folder, text }) {
  const cwd = mkdtempSync(path.join(folder, 'deaf-'));
  storiesIn(cwd, 20, text);
  const editor = await Editor.start(cli, { folders: [cwd], deaf: true });
  const uri = uriOf(cwd, 's0.star.md');
  await editor.open(uri, text);
  const { broke } = await type(editor, uri, 60);
  const { stories } = await editor.request('starwright/bank', {});
  if (stories.length === 0) broke.push('the bank is empty');
  if (editor.shown.length > 0) broke.push(`it said ${editor.shown.length} messages`);
  return { times: 60, broke: [...broke, ...(await farewell(editor))] };
}

/** Somebody types while the server has 48 MB of memory. */
export async function littleMemoryServer({ cli, folder, text }) {
  const cwd = mkdtempSync(path.join(folder, 'memory-'));
  storiesIn(cwd, 200, text);
  const editor = await Editor.start(cli, { folders: [cwd], node: ['--max-old-space-size=48'] });
  const uri = uriOf(cwd, 's0.star.md');
  await editor.open(uri, text);
  const { items } = await editor.request('workspace/diagnostic', { previousResultIds: [] });
  const { broke } = await type(editor, uri, 80);
  if (items.length !== 200) broke.push(`${items.length} of 200 stories were reviewed`);
  return { times: 80, broke: [...broke, ...(await farewell(editor))] };
}
