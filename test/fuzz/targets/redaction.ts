import { redact } from '../../../server/src/bank/index.js';
import { parseStory } from '../../../server/src/story/index.js';
import { pick, rollsOf } from '../roll.js';
import { anyStory, NAMED } from '../stories.js';
import { fail, type Target } from '../target.js';

/** A word that stands in no other text. */
const NAME = 'Quibblestone';
const WRITTEN = [NAME, NAME.toUpperCase(), NAME.toLowerCase(), 'Quibble\u00adstone', 'Quibble\u200bstone', 'Quibble<wbr>stone', 'Qu**ibble**stone', 'Quibble&shy;stone', 'Quibbles&#116;one', `[${NAME}](x)`, `<b>${NAME}</b>`, `${NAME}s`, `_${NAME}_`, `https://${NAME.toLowerCase()}.example/`, `@${NAME}`, `${NAME}'s`, `\`${NAME}\``];

function checkRedaction(text: string): void {
  const roll = rollsOf(text);
  const { text: redacted, name } = redact(parseStory(text), [NAME, pick(roll, NAMED)], `${pick(roll, [NAME, 'a', ''])} ${text.slice(0, 20)}`);
  for (const written of [redacted, name]) if (written.toLowerCase().includes(NAME.toLowerCase())) fail(`the name is still there: ${JSON.stringify(around(written))}`);
  parseStory(redacted);
}

function around(text: string): string {
  const at = text.toLowerCase().indexOf(NAME.toLowerCase());
  return text.slice(Math.max(0, at - 30), at + NAME.length + 30);
}

/** Stories in which a name stands somewhere, in one of the ways names are written, taken out of them. */
export const redaction: Target = {
  what: 'redaction',
  times: 8_000,
  make: (roll, saved) => {
    let text = anyStory(roll, saved);
    for (let names = 1 + roll(3); names > 0; names--) {
      const at = roll(text.length + 1);
      text = text.slice(0, at) + pick(roll, [' ', ' ', '']) + pick(roll, WRITTEN) + pick(roll, [' ', '.', '']) + text.slice(at);
    }
    return text;
  },
  check: checkRedaction,
};
