// Stands in for @vscode/spdlog, VS Code's log writer, which would have to be compiled. It appends to plain files and
// does not rotate them: they live as long as one temporary profile.
const fs = require('node:fs');
const path = require('node:path');

const LEVELS = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];
const METHODS = { trace: 0, debug: 1, info: 2, warn: 3, error: 4, critical: 5 };

class Logger {
  constructor(_type, _name, file) {
    Object.assign(this, { file, level: 2, plain: false });
  }
  write(level, message) {
    if (level < this.level) return;
    const line = this.plain ? message : `${new Date().toISOString().replace('T', ' ').slice(0, 23)} [${LEVELS[level]}] ${message}\n`;
    fs.appendFile(this.file, line, () => {});
  }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() { this.plain = true; }
  flush() {}
  drop() {}
}
for (const [name, level] of Object.entries(METHODS)) Logger.prototype[name] = function (message) { this.write(level, message); };

async function createLogger(name, file) {
  await fs.promises.mkdir(path.dirname(file), { recursive: true });
  return new Logger('rotating', name, file);
}

// one by one, because an import finds only names that are exported so
exports.version = 0;
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.createRotatingLogger = createLogger;
exports.createAsyncRotatingLogger = createLogger;
