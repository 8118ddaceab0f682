// Loaded into a process that is measured: says on descriptor 3 how much processor time it took, in microseconds, and the most memory it held, in bytes.
const { writeSync } = require('node:fs');

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, `${userCPUTime + systemCPUTime} ${maxRSS * 1024}`);
});
