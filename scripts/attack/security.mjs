// What others send (docs/reliability.md, "Threats"): hostile stories, rubrics, workspaces and paths, and names that must not leave.
import { attackAgent, attackExports, attackTerminal, attackTrust } from './security/doors.mjs';
import { attackMarkup } from './security/markup.mjs';
import { attackPacks } from './security/packs.mjs';
import { attackRedaction } from './security/redaction.mjs';

/** Attacks with what a story, a rubric, a workspace, a question or an agent may bring along. The seed is `SEED`, else the day. */
export async function attack(root, { soak, progress }) {
  const seed = Number(process.env['SEED'] ?? Math.floor(Date.now() / 86_400_000));
  const rows = [];
  for (const part of [attackRedaction, attackExports, attackMarkup, attackTerminal, attackTrust, attackAgent, attackPacks]) {
    const found = await part(root, { soak, seed });
    rows.push(...[found].flat());
    progress(`${part.name}: ${rows.at(-1).times}`);
  }
  return { rows, note: `By chance with the seed ${seed} (\`SEED=${seed} npm run attack -- security\`).` };
}
