import * as vscode from 'vscode';
import type { BankRow, Fit } from '../../../server/src/lsp/protocol.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** From so many days on an age is told in the next larger unit. */
const UNITS = [
  { unit: 'year', days: 365 },
  { unit: 'month', days: 60 },
  { unit: 'week', days: 14 },
] as const;
const DAYS_OF = { year: 365, month: 30, week: 7 } as const;

/** `draft`, `ready`, `retired`. */
export function statusInWords(status: BankRow['status']): string {
  const names: Record<BankRow['status'], string> = { draft: vscode.l10n.t('draft'), ready: vscode.l10n.t('ready'), retired: vscode.l10n.t('retired') };
  return names[status];
}

/** A word as a label begins. */
export function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase(vscode.env.language) + word.slice(1);
}

/** The most severe findings of a story, counted: `2 warnings`; `5 findings` where none is that severe. */
export function findingsInWords({ findings }: Pick<BankRow, 'findings'>): string {
  const { error, warning, information, hint } = findings;
  if (error > 0) return error === 1 ? vscode.l10n.t('1 error') : vscode.l10n.t('{0} errors', error);
  if (warning > 0) return warning === 1 ? vscode.l10n.t('1 warning') : vscode.l10n.t('{0} warnings', warning);
  const others = information + hint;
  if (others === 0) return vscode.l10n.t('no findings');
  return others === 1 ? vscode.l10n.t('1 finding') : vscode.l10n.t('{0} findings', others);
}

/** `rehearsed 3 days ago`, `not rehearsed`. */
export function rehearsedInWords({ rehearsed }: Pick<BankRow, 'rehearsed'>): string {
  const day = rehearsed && Date.parse(rehearsed.date);
  if (day === undefined) return vscode.l10n.t('not rehearsed');
  return Number.isNaN(day) ? vscode.l10n.t('rehearsed') : vscode.l10n.t('rehearsed {0}', ago(day));
}

/** `Strong`, `Workable`, `Stretch`, `Gap`. */
export function fitInWords(fit: Fit): string {
  const names: Record<Fit, string> = { strong: vscode.l10n.t('Strong'), workable: vscode.l10n.t('Workable'), stretch: vscode.l10n.t('Stretch'), gap: vscode.l10n.t('Gap') };
  return names[fit];
}

/** `1 story`, `12 stories`. */
export function storiesInWords(count: number): string {
  return count === 1 ? vscode.l10n.t('1 story') : vscode.l10n.t('{0} stories', count);
}

/** Phrases as sentences, for a screen reader. */
export function sentences(...phrases: readonly (string | undefined)[]): string {
  return phrases.flatMap((phrase) => (phrase ? [/[.?!…]$/.test(phrase) ? phrase : `${phrase}.`] : [])).join(' ');
}

/** A title and the framing to tell. */
export function titleOf({ title, framing }: { readonly title: string; readonly framing?: string }): string {
  return framing === undefined ? title : `${title} · ${framing}`;
}

/** Text in a list that shows icons: on one line, and none drawn from it. */
export function inList(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replace(/\$\(/g, '\\$(');
}

/** Text that Markdown shows as it stands. */
export function inMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+.!|<>~&@:-]/g, '\\$&');
}

function ago(day: number): string {
  const now = new Date();
  return fromToday(-Math.max(0, Math.round((Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) - day) / DAY_MS)));
}

/** A day by its distance from today: `12 days ago`, `tomorrow`. */
export function fromToday(days: number): string {
  const distance = Math.abs(days);
  const { unit } = UNITS.find((each) => distance >= each.days) ?? { unit: 'day' as const };
  const count = unit === 'day' ? distance : Math.round(distance / DAYS_OF[unit]);
  return new Intl.RelativeTimeFormat(vscode.env.language, { numeric: 'auto' }).format(days < 0 ? -count : count, unit);
}
