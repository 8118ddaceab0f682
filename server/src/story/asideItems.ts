import type { Aside, AsideKind, Story } from './types.js';

const ITEM = /^((?:[ \t]*>)*[ \t]*)(?:[-*+•]|\d{1,9}[.)])[ \t]+(?=\S)/;

/** A thing noted in an aside: an item of a list with what stands below it, or a paragraph. */
interface Item {
  text: string;
  readonly listed: boolean;
}

/** What is noted for a telling in the asides of a kind, one text for each thing: list items, and outside of lists what is asked, else every paragraph. */
export function itemsIn(story: Story, kind: AsideKind, telling = 0): string[] {
  const items = story.asides.filter((aside) => aside.kind === kind && aside.telling === telling).flatMap((aside) => itemsOf(story.text, aside));
  const worded = items.filter(({ text }) => /\p{L}/u.test(text.replace(/\[[^\]]*\]/g, '')));
  const asked = worded.filter(({ text, listed }) => listed || text.includes('?'));
  return (asked.length > 0 ? asked : worded).map(({ text }) => text);
}

/** A line goes on with the thing above it where it is indented deeper than a list's items, or follows without a blank line. */
function itemsOf(text: string, { label, end }: Aside): Item[] {
  const lines = text.slice(label.bodyStart, Math.max(label.bodyStart, end)).split(/\r\n|\n|\r/);
  const outer = Math.min(...lines.map((line) => ITEM.exec(line)?.[1]!.length ?? Infinity));
  const items: Item[] = [];
  let blank = true;
  for (const line of lines) {
    const item = ITEM.exec(line);
    const words = line.replace(/^[\s>]+/, '');
    const last = items.at(-1);
    const nested = last?.listed === true && line.length - words.length > outer;
    if (item && item[1]!.length === outer) items.push({ text: line.slice(item[0].length), listed: true });
    else if (last && words && (nested || !blank) && !words.startsWith('#')) last.text += ` ${words}`;
    else if (words) items.push({ text: words, listed: false });
    blank = words === '';
  }
  return items;
}
