// What must hold for every text, tried on the project's own stories and on texts made by grammars.
import { hunt } from '../lib/hunt.mjs';

/** Tries what must hold for every text. */
export async function attack(root, { soak, progress }) {
  const seed = Math.floor(Date.now() / 86_400_000) * 10_000_000;
  return { rows: await hunt(root, 'test/properties/index.ts', { soak, progress, seed }), note: `Seeds from ${seed}.` };
}
