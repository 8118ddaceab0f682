import { redact } from '../bank/index.js';
import { toldSections } from '../review/hear.js';
import type { TellingReview } from '../review/types.js';
import { sharedText } from '../story/shared.js';
import type { Range, Role, Section, Story, Telling } from '../story/types.js';
import type { ReviewedStory } from './reviewed.js';

/** A telling in full: sections in the order in which they are told, inherited ones included. */
export interface ToldTelling {
  /** Absent for the file's own telling. */
  readonly title: string | undefined;
  readonly words: number;
  readonly seconds: number;
  readonly sections: readonly { readonly role: Role; readonly text: string; readonly inherited: boolean }[];
}

export interface ToldList {
  readonly title: string;
  readonly tellings: readonly ToldTelling[];
  /** For each two tellings that tell the same parts, how much of their text in them they share, 0–1. What is inherited is left out. */
  readonly alike: readonly { readonly one: number; readonly other: number; readonly share: number }[];
}

/** A story without what may identify somebody. */
export interface Redacted {
  readonly text: string;
  /** How many words or names were replaced. */
  readonly replaced: number;
  /** What a file with this text is to be called, without its extension. */
  readonly name: string;
}

/** Each telling of a story as it would be told, and how much of their text they share. */
export function told({ review, uri }: ReviewedStory): ToldList {
  const { story, tellings } = review;
  return { title: story.title?.value ?? nameOf(uri), tellings: tellings.map((telling) => toldTelling(story, telling)), alike: alikeAmong(tellings.map(({ telling }) => telling)) };
}

/** A story without what may identify somebody, and what its file may be called. */
export function redacted({ review, uri }: ReviewedStory): Redacted {
  return redact(review.story, review.confidentialTerms, nameOf(uri));
}

function toldTelling(story: Story, { telling, timing }: TellingReview): ToldTelling {
  const sections = toldSections(telling).filter(({ sentences }) => sentences.length > 0);
  return {
    title: telling.title,
    words: timing.words,
    seconds: timing.seconds,
    sections: sections.map((section) => ({ role: section.role, text: textOf(story, section), inherited: telling.inherited.includes(section) })),
  };
}

/** A section's words as they are written, comments left out. */
function textOf({ text, comments }: Story, { start, end }: Section): string {
  let at = start;
  const kept = comments.filter((comment) => comment.start >= start && comment.end <= end).map((comment: Range) => {
    const part = text.slice(at, comment.start);
    at = comment.end;
    return part;
  });
  return [...kept, text.slice(at, end)].join('').replace(/[ \t]+$/gm, '').trim();
}

function alikeAmong(tellings: readonly Telling[]): ToldList['alike'] {
  return tellings.flatMap((telling, other) =>
    tellings.slice(0, other).flatMap((earlier, one) => {
      const share = sharedText(earlier, telling);
      return share === undefined ? [] : [{ one, other, share }];
    }),
  );
}

/** What a file is called, without its folders and its extension. */
export function nameOf(uri: string): string {
  const name = uri.split(/[/\\]/).at(-1)!.replace(/\.star\.md$|\.md$/i, '');
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
