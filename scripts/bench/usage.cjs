// Loaded into the measured process: says how much memory is held after everything that can go has gone, in bytes, and the processor time so far, in microseconds.
process.on('message', () => {
  global.gc();
  const { user, system } = process.cpuUsage();
  process.send({ heap: process.memoryUsage().heapUsed, cpu: user + system });
});
