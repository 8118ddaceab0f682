import type { Edit } from '../review/types.js';
import type { Story } from '../story/types.js';
import { newFrontMatter } from './setEntry.js';

/**
 * Adds a metric to the front matter in the style of those that are there, and front matter where there is none.
 * @param metric YAML by key, in the order in which it is written
 * @returns undefined where the front matter cannot be added to as it stands
 */
export function addMetric(story: Story, metric: Readonly<Record<string, string>>): Edit | undefined {
  const { eol } = story;
  const pairs = Object.entries(metric).map(([key, value]) => `${key}: ${value}`);
  const flow = `{ ${pairs.join(', ')} }`;
  if (!story.frontMatter) return newFrontMatter(story, ['metrics:', `  - ${flow}`]);
  const place = story.frontMatter.metricsPlace;
  if (!place) return undefined;
  const { at, style, indent, spread } = place;
  const item = spread ? pairs.join(`${eol}${indent}  `) : flow;
  const newText = {
    block: `${eol}${indent}- ${item}`,
    flow: `, ${flow}`,
    'empty-flow': flow,
    'no-list': `${eol}${indent}- ${flow}`,
    'no-key': `metrics:${eol}${indent}- ${flow}${eol}`,
  }[style];
  return { start: at, end: at, newText };
}
