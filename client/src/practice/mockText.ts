import * as vscode from 'vscode';
import type { NotHeld, TranscriptSheet } from '../../../server/src/lsp/protocol.js';

/** A question put in between, and what it wants to find out. */
export interface MockProbe {
  readonly ask: string;
  readonly why: string;
}

/** The page on which a mock round begins. */
export function opening(question: string): string {
  const how = vscode.l10n.t('Answer below in writing, or aloud; dictation works too. Do not look at the story. Then run “Starwright: Next Probe”. Nothing is saved.');
  return `# ${oneLine(question)}\n\n${how}\n\n${answerHeading()}\n\n`;
}

/** A probe, with room for its answer. */
export function probeText(probe: MockProbe): string {
  return `${probeHeading(probe)}\n\n`;
}

/** What stands under the first answer and under each probe; empty where the heading is gone or nothing was written. */
export function answersIn(text: string, probes: readonly MockProbe[]): string[] {
  const headings = [answerHeading(), ...probes.map(probeHeading)];
  const lines = text.split(/\r?\n/);
  const places = headings.map((heading) => lines.indexOf(heading));
  return places.map((place) => {
    if (place < 0) return '';
    const end = Math.min(lines.length, ...places.filter((other) => other > place));
    return lines.slice(place + 1, end).join('\n').trim();
  });
}

/** How the round went: the first answer held against the story, and what each probe wanted to find out. */
export function closing(sheet: TranscriptSheet | NotHeld | undefined, probes: readonly MockProbe[], answers: readonly string[]): string {
  const wanted = probes.map(({ ask, why }, index) => `- ${oneLine(ask)} ${oneLine(why)} ${answers[index] ? vscode.l10n.t('Answered.') : vscode.l10n.t('Nothing written.')}`);
  const parts = [`## ${vscode.l10n.t('How it went')}`, ...reviewOf(sheet), ...(wanted.length > 0 ? [`## ${vscode.l10n.t('What they wanted to find out')}`, wanted.join('\n')] : [])];
  return `${parts.join('\n\n')}\n`;
}

/** What is not said is listed by itself. */
const LISTED = 'rehearsal-section-skipped';

function reviewOf(sheet: TranscriptSheet | NotHeld | undefined): string[] {
  if (sheet === undefined) return [vscode.l10n.t('You wrote no answer, so there is nothing to look at. Ask yourself the five questions of the Rehearsal Checklist.')];
  if ('why' in sheet) return [oneLine(sheet.why)];
  const names = (beats: TranscriptSheet['heard']): string => beats.map(({ title }) => oneLine(title)).join(', ') || vscode.l10n.t('nothing');
  const noticed = sheet.findings.filter(({ code }) => code !== LISTED);
  return [
    vscode.l10n.t('About {0} of {1} seconds when said.', sheet.seconds, sheet.target),
    [vscode.l10n.t('Said: {0}', names(sheet.heard)), vscode.l10n.t('Not said: {0}', names(sheet.missed)), ...(sheet.unsure.length > 0 ? [vscode.l10n.t('Not sure: {0}', names(sheet.unsure))] : [])].map((line) => `- ${line}`).join('\n'),
    ...(noticed.length > 0 ? [noticed.map(({ message }) => `- ${oneLine(message)}`).join('\n')] : []),
  ];
}

function answerHeading(): string {
  return `## ${vscode.l10n.t('Your answer')}`;
}

function probeHeading({ ask }: MockProbe): string {
  return `## ${oneLine(ask)}`;
}

/** The page is read as it is written, so nothing is escaped. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
