const vscode = require('vscode');

/** Opens what the tool answers, or why it does not, in an editor. */
exports.activate = ({ subscriptions }) => {
  subscriptions.push(vscode.commands.registerCommand('starwrightAsking.ask', async () => {
    const asked = vscode.lm.invokeTool('starwright_review_story', { input: { path: 'ticket-sale.star.md' }, toolInvocationToken: undefined });
    const content = await asked.then((result) => result.content.map(({ value }) => value).join(''), (error) => `Refused: ${error.message}`);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content }));
  }));
};
