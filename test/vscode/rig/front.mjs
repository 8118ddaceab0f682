import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import path from 'node:path';

const EXTENSIONS = '/web-extensions/';
const CONFIGURATION = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;
const TYPES = { '.js': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.css': 'text/css' };

/**
 * Stands before a VS Code server and adds extensions (name to folder) to the page, so that they run in the browser: in a Worker,
 * without Node. Gives its port and how to end it.
 */
export async function startFront(target, extensions) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    if (pathname.startsWith(EXTENSIONS)) return sendFile(extensions, decodeURIComponent(pathname.slice(EXTENSIONS.length)), response);
    const page = pathname === '/';
    const headers = page ? { ...request.headers, 'accept-encoding': 'identity' } : request.headers;
    const up = http.request({ host: '127.0.0.1', port: target, path: request.url, method: request.method, headers }, (answer) => {
      if (page) return sendPage(answer, response, (settings) => configured(settings, request.headers.host, Object.keys(extensions)));
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    up.on('error', () => response.writeHead(502).end());
    request.pipe(up);
  });
  server.on('upgrade', (request, socket) => tunnel(target, request, socket));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { port: server.address().port, stop };
}

function sendFile(extensions, name, response) {
  const [extension, ...rest] = name.split('/');
  const file = path.join(extensions[extension] ?? '', ...rest);
  if (!extensions[extension] || !file.startsWith(extensions[extension]) || !fs.existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-store' });
  fs.createReadStream(file).pipe(response);
}

async function sendPage(answer, response, configure) {
  let html = '';
  for await (const part of answer.setEncoding('utf8')) html += part;
  const { 'content-length': _, 'transfer-encoding': __, ...headers } = answer.headers;
  response.writeHead(answer.statusCode, headers);
  response.end(html.replace(CONFIGURATION, (_match, before, settings) => `${before}${escaped(JSON.stringify(configure(JSON.parse(unescaped(settings)))))}"`));
}

function configured(settings, host, names) {
  const extensions = names.map((name) => ({ scheme: 'http', authority: host, path: EXTENSIONS + name }));
  return { ...settings, developmentOptions: { ...settings.developmentOptions, extensions } };
}

function tunnel(target, request, socket) {
  const up = net.connect(target, '127.0.0.1', () => {
    const headers = request.rawHeaders.reduce((text, part, i) => text + part + (i % 2 ? '\r\n' : ': '), '');
    up.write(`${request.method} ${request.url} HTTP/1.1\r\n${headers}\r\n`);
    up.pipe(socket);
    socket.pipe(up);
  });
  up.on('error', () => socket.destroy());
  socket.on('error', () => up.destroy());
}

const unescaped = (text) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
