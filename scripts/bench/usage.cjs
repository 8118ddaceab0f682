// Loaded into the measured process: says the processor time so far, in microseconds, and for `usage` how much memory is held after everything that can go has gone, in bytes.
process.on('message', (what) => {
  if (what === 'usage') global.gc();
  const { user, system } = process.cpuUsage();
  process.send({ cpu: user + system, heap: process.memoryUsage().heapUsed });
});
