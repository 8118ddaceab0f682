import * as vscode from 'vscode';
import type { SheetBeat, TranscriptSheet } from '../../../server/src/lsp/protocol.js';
import { element, escaped } from '../bank/html.js';

/** A place that a click goes to. */
export interface Place {
  readonly in: 'transcript' | 'story';
  readonly range: TranscriptSheet['fillers'][number];
}

/** A report as the body of a page, and the places its links number. */
export interface Report {
  readonly body: string;
  readonly places: readonly Place[];
}

/** What a transcript said and left out, how long it took and what was noticed. */
export function reportOf(sheet: TranscriptSheet): Report {
  const places: Place[] = [];
  const link = (text: string, place: Place): string => element('a', { href: '#', 'data-place': `${places.push(place) - 1}` }, escaped(text));
  const title = [sheet.title, sheet.framing].filter(Boolean).join(' · ') || vscode.l10n.t('Story');
  const body = [
    element('h1', {}, escaped(title)),
    element('p', {}, escaped(timeOf(sheet))),
    ...beats(vscode.l10n.t('Said'), sheet.heard, 'transcript', link),
    ...beats(vscode.l10n.t('Not said, as far as the words tell'), sheet.missed, 'story', link),
    ...beats(vscode.l10n.t('Not sure: left out, or said in other words'), sheet.unsure, 'story', link),
    ...noticed(sheet, link),
    ...partTable(sheet),
  ];
  return { body: body.join('\n'), places };
}

/** Why there is no report. */
export function notHeld(why: string): Report {
  return { body: element('h1', {}, escaped(vscode.l10n.t('Not compared'))) + element('p', {}, escaped(why)), places: [] };
}

type Link = (text: string, place: Place) => string;

function timeOf({ words, seconds, timed, wordsPerMinute, target }: TranscriptSheet): string {
  if (!timed) return vscode.l10n.t('{0} words, about {1} of {2} seconds. Say how long it took, and the pace is here, too.', words, seconds, target);
  if (seconds <= target) return vscode.l10n.t('{0} words in {1} of {2} seconds, {3} a minute.', words, seconds, target, wordsPerMinute);
  return vscode.l10n.t('{0} words in {1} seconds, {2} over the {3} there are; {4} a minute.', words, seconds, seconds - target, target, wordsPerMinute);
}

function beats(title: string, all: readonly SheetBeat[], where: Place['in'], link: Link): string[] {
  if (all.length === 0) return [];
  const items = all.map((beat) => {
    const name = beat.range ? link(beat.title, { in: where, range: beat.range }) : escaped(beat.title);
    return element('li', {}, name, element('span', { class: 'what' }, escaped(beat.text === '' ? '' : ` “${beat.text}”`)));
  });
  return [element('h2', {}, escaped(title)), element('ul', {}, ...items)];
}

const MOST_PLACES = 12;

function noticed({ findings, fillers }: TranscriptSheet, link: Link): string[] {
  const at = (ranges: TranscriptSheet['fillers']): string => {
    const links = ranges.slice(0, MOST_PLACES).map((range) => link(`${range.start.line + 1}:${range.start.character + 1}`, { in: 'transcript', range }));
    return links.length === 0 ? '' : ` ${links.join(', ')}${ranges.length > MOST_PLACES ? ' …' : ''}`;
  };
  const items = findings.map(({ message, places }) => element('li', {}, escaped(message) + at(places)));
  // Few fillers are human and no finding, and are worth seeing all the same.
  const counted = fillers.length > 0 && !findings.some(({ places }) => places.length === fillers.length && places[0]?.start.line === fillers[0]?.start.line && places[0]?.start.character === fillers[0]?.start.character);
  const few = counted ? [element('li', {}, escaped(vscode.l10n.t('Fillers, few enough to be human:')) + at(fillers))] : [];
  return items.length + few.length === 0 ? [] : [element('h2', {}, escaped(vscode.l10n.t('Noticed'))), element('ul', {}, ...items, ...few)];
}

function partTable({ parts }: TranscriptSheet): string[] {
  const head = [vscode.l10n.t('Part'), vscode.l10n.t('Took'), vscode.l10n.t('Planned'), vscode.l10n.t('Difference')];
  const rows = parts.map(({ title, seconds, target }) => {
    const cells = [vscode.l10n.t('{0} s', seconds), vscode.l10n.t('{0} s', target), differenceOf(seconds, target)];
    return element('tr', {}, element('th', { scope: 'row' }, escaped(title)), ...cells.map((cell) => element('td', {}, escaped(cell))));
  });
  if (rows.length === 0) return [];
  const columns = element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, escaped(name))));
  return [element('h2', {}, escaped(vscode.l10n.t('Time by part'))), element('table', {}, element('thead', {}, columns), element('tbody', {}, ...rows))];
}

function differenceOf(seconds: number, target: number): string {
  if (seconds === 0) return vscode.l10n.t('not told');
  if (seconds === target) return vscode.l10n.t('as planned');
  return seconds > target ? vscode.l10n.t('{0} s over', seconds - target) : vscode.l10n.t('{0} s under', target - seconds);
}
