import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { expectedAt, type Expected, type FrontMatterKey } from '../story/frontMatterKeys.js';
import { frontMatterBlock, frontMatterPlace, type FrontMatterPlace } from '../story/frontMatterPlace.js';
import type { CompletionOptions } from './completionSite.js';
import { namesOf, type Named } from './frontMatterNames.js';
import { toLspRange, type ReviewedStory } from './reviewed.js';
import { escapeSnippet, toSnippet } from './snippets.js';

/** Something that can be written at the cursor. */
interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  readonly about: string;
  /** Slots stand in it as `[slot]`; typing goes on at `…`. */
  readonly text: string;
  readonly near?: boolean;
  /** What goes on behind it is chosen from a list. */
  readonly opens?: boolean;
}

/** The keys and values that front matter can have at an offset; undefined outside it. */
export function frontMatterItems(reviewed: ReviewedStory, offset: number, options: CompletionOptions): CompletionItem[] | undefined {
  const { story } = reviewed.review;
  if (!frontMatterBlock(story, offset)) return undefined;
  const place = frontMatterPlace(story, offset);
  const expected = place && expectedAt(place);
  if (!place || !expected) return [];
  const typed = story.text.slice(place.word.start, offset);
  return offersFor(expected, place, typed, reviewed)
    .filter(({ label }) => !place.beside.includes(label))
    .map((offer, index) => toItem(offer, index, place, reviewed, options));
}

function offersFor(expected: Expected, place: FrontMatterPlace, typed: string, reviewed: ReviewedStory): Offer[] {
  switch (expected.kind) {
    case 'keys':
      return Object.entries(expected.keys).map(([key, facts]) => keyOffer(key, facts, place));
    case 'named-keys':
      return namesOf(expected.names, reviewed).map((named) => ({ ...valueOffer(named), kind: CompletionItemKind.Property, text: place.colon ? named.name : `${named.name}: …`, opens: !place.colon }));
    case 'values':
      return Object.entries(expected.values).map(([value, about]) => ({ label: value, kind: CompletionItemKind.EnumMember, about, text: value }));
    case 'names':
      return (expected.names === 'profiles' ? fittingProfiles(namesOf('profiles', reviewed), place, typed) : namesOf(expected.names, reviewed)).map(valueOffer);
    case 'title':
      return titleOffer(reviewed, place);
  }
}

function keyOffer(key: string, { about, begin = `${key}: …`, names, values, maps }: FrontMatterKey, { colon }: FrontMatterPlace): Offer {
  const opens = !colon && begin.includes('…') && (names ?? values ?? maps) !== undefined;
  return { label: key, kind: CompletionItemKind.Property, about, text: colon ? key : begin, opens };
}

function valueOffer({ name, title, about, near }: Named): Offer {
  return { label: name, kind: CompletionItemKind.EnumMember, detail: title, about, text: name, near };
}

/** In a list one profile and any overlays; behind `+` the overlays that are not there yet. */
function fittingProfiles(profiles: readonly Named[], { listed, beside }: FrontMatterPlace, typed: string): Named[] {
  const isOverlay = ({ name, near }: Named): boolean => !near && !name.includes('+');
  const [, chosen] = /^(.*)\+[^+]*$/.exec(typed) ?? [];
  if (chosen !== undefined) {
    const parts = chosen.split('+');
    return profiles.filter((profile) => isOverlay(profile) && !parts.includes(profile.name)).map((profile) => ({ ...profile, name: `${chosen}+${profile.name}` }));
  }
  if (!listed) return [...profiles];
  const hasWhole = profiles.some(({ name, near }) => near && beside.includes(name));
  return profiles.filter((profile) => isOverlay(profile) || (profile.near && !hasWhole));
}

/** The story's own heading as its title, in quotation marks where YAML needs them. */
function titleOffer({ review }: ReviewedStory, { quote }: FrontMatterPlace): Offer[] {
  const title = review.story.title?.value;
  if (title === undefined || title === '') return [];
  const inner = quote === "'" ? title.replace(/'/g, "''") : JSON.stringify(title).slice(1, -1);
  const plain = /^[\p{L}][^:#[\]{},"'&*!|>%@`\\]*$/u.test(title) && !/^(?:true|false|null|yes|no|on|off)$/i.test(title);
  return [{ label: title, kind: CompletionItemKind.Text, about: 'The first heading of the story.', text: quote !== '' ? inner : plain ? title : `"${inner}"` }];
}

function toItem(offer: Offer, index: number, place: FrontMatterPlace, reviewed: ReviewedStory, { snippets, suggestCommand }: CompletionOptions): CompletionItem {
  const { label, kind, detail, about, near, opens } = offer;
  const { story } = reviewed.review;
  const followed = place.listed && place.kind === 'value' && /^[ \t]+[^\s,\]}#]/.test(story.text.slice(place.word.end, place.word.end + 80));
  const text = `${place.glued ? ' ' : ''}${offer.text}${followed ? ',' : ''}`.replace(/\n/g, story.eol);
  // Only a key brings slots along; a heading of the person's own may look like one.
  const asSnippet = snippets && kind === CompletionItemKind.Property;
  return {
    label,
    kind,
    ...(detail !== undefined && { detail }),
    ...(about !== '' && { documentation: about }),
    sortText: `${near === true ? 0 : 1}${String(index).padStart(4, '0')}`,
    insertTextFormat: asSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: toLspRange(reviewed, place.word),
      newText: asSnippet ? goingOn(text) : text.replace('…', ''),
    },
    ...(opens === true && suggestCommand !== undefined && { command: { title: 'Suggest', command: suggestCommand } }),
  };
}

/** A snippet whose last tab stop is at `…`. */
function goingOn(text: string): string {
  const [before = '', after] = text.split('…');
  return toSnippet(before).text + (after === undefined ? '' : `$0${escapeSnippet(after)}`);
}
