import { expectedAt, own } from '../story/frontMatterKeys.js';
import { frontMatterPlace, type FrontMatterPlace } from '../story/frontMatterPlace.js';
import type { Range } from '../story/types.js';
import { namesOf } from './frontMatterNames.js';
import { escapeMarkdown, oneLine } from './prose.js';
import type { ReviewedStory } from './reviewed.js';

/** What the key or the name at an offset of the front matter means; nothing elsewhere. */
export function frontMatterHover(reviewed: ReviewedStory, offset: number, format: 'markdown' | 'plaintext'): { text: string; range: Range }[] {
  const { story } = reviewed.review;
  const place = frontMatterPlace(story, offset);
  const word = place && story.text.slice(place.word.start, place.word.end);
  if (!place || !word) return [];
  const meaning = meaningOf(reviewed, place, word);
  return meaning ? [{ text: written(word, meaning, format), range: place.word }] : [];
}

interface Meaning {
  readonly title: string;
  readonly about: string;
}

function meaningOf(reviewed: ReviewedStory, place: FrontMatterPlace, word: string): Meaning | undefined {
  const expected = expectedAt(place);
  switch (expected?.kind) {
    case 'keys': {
      const key = own(expected.keys, word);
      return key && { title: word, about: key.about };
    }
    case 'values': {
      const about = own(expected.values, word);
      return about === undefined ? undefined : { title: word, about };
    }
    case 'names':
    case 'named-keys':
      return namesOf(expected.names, reviewed).find(({ name }) => name === word) ?? wholeProfile(reviewed, place, word);
    default:
      return undefined;
  }
}

/** Several overlays on one profile are in no list: only the rubric can lay them together. */
function wholeProfile({ rubric }: ReviewedStory, { path }: FrontMatterPlace, word: string): Meaning | undefined {
  const profile = path[0] === 'profile' ? rubric.profile(word) : undefined;
  return profile && { title: profile.title, about: profile.summary };
}

function written(word: string, { title, about }: Meaning, format: 'markdown' | 'plaintext'): string {
  const id = title === word ? '' : word;
  if (format === 'plaintext') return [[title, id].filter(Boolean).join(' · '), oneLine(about)].filter(Boolean).join('\n\n');
  return [[`**${escapeMarkdown(title)}**`, id && `\`${id}\``].filter(Boolean).join(' '), escapeMarkdown(about)].filter(Boolean).join('\n\n');
}
