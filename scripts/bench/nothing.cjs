// A language server that keeps documents and finds nothing in them: what the protocol itself costs.
const path = require('node:path');
const load = (name) => require(require.resolve(name, { paths: [path.join(__dirname, '../..')] }));
const { createConnection, TextDocuments, TextDocumentSyncKind } = load('vscode-languageserver/node');
const { TextDocument } = load('vscode-languageserver-textdocument');

const connection = createConnection();
new TextDocuments(TextDocument).listen(connection);
connection.onInitialize(() => ({
  capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } },
}));
connection.languages.diagnostics.on(() => ({ kind: 'full', items: [] }));
connection.listen();
