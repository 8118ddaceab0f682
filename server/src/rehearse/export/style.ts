/** How the page looks: black on white on A4 or Letter, whichever is in the printer; on a screen, light or dark as the reader has it. */
export const STYLE = `:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #555; --line: #b5b5b5; --paper: #fff; }
@page { margin: 15mm; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 11pt/1.4 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3, p, ol, ul { margin: 0; }
h1 { font-size: 18pt; }
h2 { font-size: 14pt; line-height: 1.25; }
h3 { font-size: 11pt; color: var(--soft); break-after: avoid; }
a { color: inherit; }
p, li { orphans: 2; widows: 2; }
li + li { margin-top: 1mm; }
ol, ul { padding-inline-start: 7mm; }
.time, .counts { color: var(--soft); font-variant-numeric: tabular-nums; }
.index ol { margin-top: 3mm; font-size: 10pt; line-height: 1.3; }
.index li { break-inside: avoid; margin-top: 2mm; }
.index .head { font-weight: 600; }
.index .head a { text-decoration: none; }
.index .time { font-weight: 400; white-space: nowrap; }
.card { break-inside: avoid; margin-bottom: 6mm; padding: 5mm; border: 0.3mm solid var(--line); border-radius: 2mm; }
.card header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 4mm; padding-bottom: 2mm; border-bottom: 0.3mm solid var(--line); }
.card header h2, .card header .framing { flex: 0 1 auto; min-width: 0; }
.card header .time { flex: none; margin-inline-start: auto; }
.framing { font-style: italic; }
.card > section { margin-top: 2.5mm; break-inside: avoid; }
.cues ol { font-size: 12pt; }
.card .figure p, .landing p { font-weight: 600; }
.resume { margin-top: 4mm; }
.resume > p { margin-top: 1mm; color: var(--soft); }
.resume section { margin-top: 3mm; break-inside: avoid; }
@media screen {
  main { max-width: 190mm; margin: 0 auto; padding: 8mm 5mm; }
  .index { margin-bottom: 8mm; }
  :target { outline: 0.6mm solid; outline-offset: 1mm; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --soft: #ababab; --line: #555; --paper: #1c1c1c; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #333; --line: #888; --paper: #fff; }
  .index { break-after: page; }
}
`;
