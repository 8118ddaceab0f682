import { DOORS, FEATURES } from './doors.mjs';

const HEAD = `# Doors

The same engine answers through many doors. This table is drawn from the tests that ran: a cell says *yes* only where a test
went through that door with a real client and saw the feature. An empty cell says that no test shows it, or that the door has no
place for it: a command line has nothing to hover over. \`npm test\` fails when this page and the tests differ, and
\`npm run doors\` writes it from the last run.

`;

/** The table as Markdown; `told` gives what stands in the cell of a door and a feature. */
export function table(told) {
  const short = DOORS.map(([, title, page]) => `[${title}](${page})`);
  const rows = FEATURES.map(([feature, about]) => `| ${about} | ${DOORS.map(([door]) => told(`${door}:${feature}`)).join(' | ')} |`);
  return [`| | ${short.join(' | ')} |`, `|---|${DOORS.map(() => '---').join('|')}|`, ...rows, ''].join('\n');
}

/** docs/doors.md for these cells. */
export const trackedPage = (cells) => HEAD + table((cell) => (cells.has(cell) ? 'yes' : ''));

/** The cells that a page written by {@link trackedPage} says yes to, and those it says something else in. */
export function readPage(text) {
  const rows = text.split('\n').filter((line) => line.startsWith('| ')).slice(1);
  const cells = new Set();
  FEATURES.forEach(([feature, about]) => {
    const said = rows.find((row) => row.startsWith(`| ${about} |`))?.split('|').slice(2, -1).map((cell) => cell.trim()) ?? [];
    DOORS.forEach(([door], index) => {
      if (said[index] === 'yes') cells.add(`${door}:${feature}`);
    });
  });
  return cells;
}
