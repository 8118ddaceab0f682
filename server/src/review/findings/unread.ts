import type { Check } from '../../rubric/index.js';
import { lineEndOf } from '../../story/lines.js';
import type { Range, Story } from '../../story/types.js';
import { fixOf, type Candidate, type ReviewContext } from '../context.js';
import type { Fix } from '../types.js';

/** A file that holds no story at all. */
export function notAStory(context: ReviewContext, check: Check): Candidate[] {
  const { notAStory: kind } = context.story;
  return kind === 'empty' || kind === 'no-prose' ? [atTheTop(check, () => begin(context))] : [];
}

/** A file that is not read: it is no text, or far longer than a story can be. */
export function notRead({ story }: ReviewContext, check: Check): Candidate[] {
  const { notAStory: kind } = story;
  if (kind !== 'binary' && kind !== 'too-large') return [];
  return [{ ...atTheTop(check), values: { actual: kind === 'binary' ? 'not text' : 'too large for a story' } }];
}

/** A story in another language, of which only structure and time are judged. */
export function otherLanguage({ story, settings }: ReviewContext, check: Check): Candidate[] {
  return settings.understands(story) || story.notAStory ? [] : [{ ...atTheTop(check), range: firstLine(story) }];
}

function atTheTop(check: Check, fixes: () => Fix[] = () => []): Candidate {
  return { code: check.code, kind: 'file', role: 'body', range: { start: 0, end: 0 }, fixes };
}

/** The first line of the text that is not blank and not front matter. */
function firstLine({ text, frontMatter }: Story): Range {
  const from = frontMatter?.end ?? 0;
  const start = from + /^[\s\uFEFF]*/.exec(text.slice(from))![0].length;
  return { start, end: lineEndOf(text, start) };
}

function begin({ story, rubric }: ReviewContext): Fix[] {
  const template = rubric.template('section-situation');
  if (!template) return [];
  const { eol, text, notAStory: kind } = story;
  const newText = `${kind === 'empty' ? '' : `${eol}${eol}`}## Situation${eol}${eol}${template.text.trim()}${eol}`;
  return [fixOf('Start with a Situation', [{ start: text.length, end: text.length, newText }], { preferred: true })];
}
