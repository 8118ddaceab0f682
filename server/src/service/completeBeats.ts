import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import type { BeatReview } from '../review/types.js';
import type { Beat, Template } from '../rubric/types.js';
import { typedRange, type CompletionSite } from './completionSite.js';
import { oneLine } from './prose.js';
import { toLspRange } from './reviewed.js';
import { toSnippet } from './snippets.js';

// The start of a line or of a sentence, perhaps behind a bullet, with at most one word begun.
const SENTENCE_START = /(?:^\s*(?:[-*+]\s+|\d+[.)]\s+|>\s*)?|[.!?]\s+)(\[?(?:[\p{L}-]*\p{L})?)$/u;

/** A sentence to fill in for each beat the telling does not say yet; undefined in mid-sentence. */
export function fillIns(site: CompletionSite): CompletionItem[] | undefined {
  const typed = SENTENCE_START.exec(site.before)?.[1];
  // In mid-paragraph only `[` asks for one: a word begun there is the person's own sentence.
  if (typed === undefined || (!typed.startsWith('[') && site.before.trim() !== typed)) return undefined;
  const { rubric } = site.reviewed;
  return site.telling.beats.flatMap((reviewedBeat) => {
    const beat = rubric.beat(reviewedBeat.id);
    const template = beat === undefined ? undefined : rubric.template(beat.fill);
    if (beat === undefined || template === undefined || !reviewedBeat.concerns || reviewedBeat.present || reviewedBeat.drafted) return [];
    return [fillIn(site, typed, reviewedBeat, beat, template)];
  });
}

function fillIn(
  site: CompletionSite,
  typed: string,
  reviewedBeat: BeatReview,
  beat: Beat,
  template: Template,
): CompletionItem {
  const text = template.text.trimEnd();
  const { snippets } = site.options;
  const why = beat.gaps[0]?.why ?? '';
  return {
    label: beat.title,
    kind: CompletionItemKind.Snippet,
    detail: beat.question,
    documentation: [text, oneLine(why)].filter(Boolean).join('\n\n'),
    filterText: typed.startsWith('[') ? `[${beat.title}` : beat.title,
    sortText: `${reviewedBeat.required ? 0 : 1}${atHome(site, beat) ? 0 : 1}${beat.title}`,
    insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: toLspRange(site.reviewed, typedRange(site, typed, typed.startsWith('[') ? ']' : '')),
      newText: snippets ? toSnippet(text).text : text,
    },
  };
}

/** True when the cursor is in the section this beat belongs to. */
function atHome(site: CompletionSite, beat: Beat): boolean {
  return site.telling.telling.sections.some(
    ({ whole, covers }) => covers.includes(beat.section) && whole.start <= site.offset && site.offset <= whole.end,
  );
}
