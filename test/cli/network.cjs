// Loaded before a program (`--require`): whoever reaches for a network ends it, and is named on standard error. Pipes are no network.
const refuse = (what) => function () {
  require('node:fs').writeSync(2, `reached for a network: ${what}\n`);
  process.exit(99);
};
for (const [module, of, names] of [
  ['net', (net) => net.Socket.prototype, ['connect']],
  ['net', (net) => net.Server.prototype, ['listen']],
  ['tls', (tls) => tls, ['connect']],
  ['dgram', (dgram) => dgram, ['createSocket']],
  ['dns', (dns) => dns, ['lookup', 'resolve', 'resolve4', 'resolve6']],
  ['http', (http) => http, ['request', 'get']],
  ['https', (https) => https, ['request', 'get']],
]) {
  const target = of(require(`node:${module}`));
  for (const name of names) target[name] = refuse(`${module} ${name}`);
}
for (const name of ['fetch', 'WebSocket', 'EventSource']) globalThis[name] = refuse(name);
