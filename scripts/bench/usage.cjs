// Loaded into the measured process: says the processor time so far, in microseconds, for `usage` how much memory is held after everything that can go has gone,
// and for `memory` how much the process takes, in bytes; with each answer, what keeps the process busy: sockets, timers, watchers, files.
process.on('message', (what) => {
  if (what === 'usage') global.gc();
  const { user, system } = process.cpuUsage();
  const { heapUsed, rss } = process.memoryUsage();
  process.send({ cpu: user + system, heap: heapUsed, rss, resources: process.getActiveResourcesInfo() });
});
