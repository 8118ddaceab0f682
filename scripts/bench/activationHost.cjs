// Runs inside VS Code, in the process that all extensions share: what the extension takes of its main thread, in milliseconds of processor time.
const { writeFileSync } = require('node:fs');
const vscode = require('vscode');

exports.run = async () => {
  const extension = vscode.extensions.getExtension('starwright.starwright');
  if (extension.isActive) throw new Error('the extension was active before it was needed');
  const { plain, story } = JSON.parse(process.env.STARWRIGHT_ACTIVATION);
  const activation = await taken(() => extension.activate());
  await show(plain[0]);
  const markdown = await taken(() => show(plain[1]));
  const first = await taken(async () => {
    const { uri } = await show(story);
    await until(() => vscode.languages.getDiagnostics(uri).some(({ source }) => source === 'starwright'));
  });
  writeFileSync(process.env.STARWRIGHT_RESULTS, JSON.stringify({ activation, markdown, first }));
};

async function taken(act) {
  await quiet();
  const [before, start] = [process.threadCpuUsage(), performance.now()];
  await act();
  const { user, system } = process.threadCpuUsage(before);
  return { processor: (user + system) / 1000, wall: performance.now() - start };
}

/** Waits until the thread has had nothing to do for half a second, for at most ten. */
async function quiet() {
  for (let left = 20; left > 0; left--) {
    const before = performance.eventLoopUtilization();
    await new Promise((resolve) => setTimeout(resolve, 500));
    if (performance.eventLoopUtilization(before).utilization < 0.02) return;
  }
}

async function show(file) {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(file));
  await vscode.window.showTextDocument(document);
  return document;
}

function until(holds) {
  return new Promise((resolve) => {
    const listener = vscode.languages.onDidChangeDiagnostics(look);
    look();
    function look() {
      if (!holds()) return;
      listener.dispose();
      resolve();
    }
  });
}
