// Loaded before the product (`--require`): now and then, what touches a private word throws an error that quotes all of the text,
// as a library may. STARWRIGHT_THROWS is `SEED:EVERY`: about one touch in EVERY throws.
const MARK = 'zqvx';
const [seed, every] = (process.env.STARWRIGHT_THROWS ?? '1:20').split(':').map(Number);
let state = seed >>> 0;
const random = () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);

for (const name of ['toLowerCase', 'split', 'replace', 'replaceAll', 'slice', 'trim', 'trimEnd', 'startsWith', 'endsWith', 'matchAll', 'includes']) {
  const original = String.prototype[name];
  const includes = String.prototype.includes;
  String.prototype[name] = function (...args) {
    const text = this.toString();
    if (includes.call(text, MARK) && !includes.call(text, 'Invalid text') && inProduct() && random() < 1 / every) throw new TypeError(`Invalid text "${this}"\n    at ${this} (zqvx.js:1:1)`);
    return original.apply(this, args);
  };
}

/** Whether the product itself is at work, and not what Node and the libraries do with an error. */
function inProduct() {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 3;
  const { stack } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return /[\\/]dist[\\/]/.test(stack);
}
