// Loaded into the measured process: says how much memory is held after everything that can go has gone.
process.on('message', () => {
  global.gc();
  process.send(process.memoryUsage().heapUsed);
});
