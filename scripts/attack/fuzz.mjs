// Texts made by grammars, and saved texts after edits, into everything that reads one; and bytes that are no messages into the real server.
import { hunt } from '../lib/hunt.mjs';
import { framing } from '../lib/framing.mjs';

/** Attacks whatever reads a text or a message. */
export async function attack(root, { soak, progress }) {
  // Another search each day, and the same one all day: what broke can be looked for again.
  const seed = Math.floor(Date.now() / 86_400_000) * 10_000_000;
  const rows = [await framing(root, { soak, progress }), ...(await hunt(root, 'test/fuzz/index.ts', { soak, progress, seed }))];
  const times = rows.reduce((sum, row) => sum + row.times, 0);
  return { rows, note: `${times.toLocaleString('en')} runs, seeds from ${seed}. A run that took more than eight seconds twice would have counted as hanging.` };
}
