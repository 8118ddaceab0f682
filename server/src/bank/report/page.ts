import type { Coverage, LoopPlan } from '../types.js';
import { coverageBody } from './html.js';

/** Readable in light, in dark and on paper. The words in the cells say everything that a border does. */
const STYLE = `
:root { color-scheme: light dark; }
body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
.wide { overflow-x: auto; margin: 1rem 0 2rem; }
table { border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { border: 1px solid #888; padding: .35rem .6rem; text-align: left; vertical-align: top; }
thead th { min-width: 6rem; vertical-align: bottom; }
tbody th { min-width: 11rem; font-weight: 600; }
td.marked, td.covered { font-weight: 600; }
td.gap, li.gap { font-style: italic; }
td.none { color: #767676; text-align: center; }
.legend div { display: flex; gap: .8rem; } .legend dt { min-width: 5rem; font-weight: 600; } .legend dd { margin: 0; }
.next { border-left: .25rem solid; padding-left: .8rem; }
@media (prefers-color-scheme: dark) { td.none { color: #949494; } }
@page { size: landscape; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } .wide { overflow: visible; } table { font-size: 7.5pt; } thead th { min-width: 0; } tr, li { break-inside: avoid; } }
`;

/** A whole page with a style of its own, to be opened, printed or sent as it is. It runs nothing and loads nothing. */
export function coveragePage(coverage: Coverage, plans: readonly LoopPlan[] = []): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coverage of your stories</title>
<style>${STYLE}</style>
</head>
<body>
${coverageBody(coverage, plans)}
</body>
</html>
`;
}
