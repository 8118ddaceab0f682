import type { IdentifierKind } from '../../story/identifiers/index.js';
import { lineEndOf, lineStartOf } from '../../story/lines.js';
import type { Range, Story } from '../../story/types.js';
import { fixOf } from '../context.js';
import type { Edit, Fix } from '../types.js';
import { shorten } from './fill.js';

type Named = Range & { readonly kind: IdentifierKind | 'alias' };

/** What kind of thing stands there, as the person would say it to somebody who does not know the place. */
const DESCRIPTIONS: Readonly<Record<IdentifierKind | 'alias', string>> = {
  host: '[one of our servers]',
  address: '[one of our servers]',
  email: '[a colleague]',
  ticket: '[a ticket]',
  url: '[an internal page]',
  secret: '[a key]',
  phone: '[a phone number]',
  account: '[one of our cloud accounts]',
  path: '[user]',
  alias: '[how you will call it]',
};

const DATABASE = /(?:^|[^a-z])(?:db|sql|pg|postgres|mysql|mongo|oracle|ledger-db)(?:[^a-z]|$)/i;

/** Ways to tell it without the name: what the story calls it, a description to fill in, and a word for it from now on. */
export function answersTo(story: Story, named: Named): Fix[] {
  const words = story.text.slice(named.start, named.end);
  const alias = aliasOf(story, words);
  const description = named.kind === 'host' && DATABASE.test(words) ? '[one of our databases]' : DESCRIPTIONS[named.kind];
  const instead = alias === undefined ? description : beginsSentence(story, named) ? alias.charAt(0).toUpperCase() + alias.slice(1) : alias;
  const unlinked = withoutLink(story.text, named);
  const replace = unlinked ? fixOf('Keep the words of the link only', [unlinked], { preferred: true }) : fixOf(`Write "${shorten(instead)}" instead`, [{ start: named.start, end: named.end, newText: instead }], { preferred: true });
  const edit = alias === undefined && named.kind !== 'secret' ? aliasEdit(story, words) : undefined;
  return edit ? [replace, fixOf('Add a word for it to aliases', [edit])] : [replace];
}

/** A name on one line, as it is compared and quoted. */
export function plain(name: string): string {
  return name.trim().replace(/[\s>]+/g, ' ');
}

function aliasOf({ frontMatter }: Story, words: string): string | undefined {
  const wanted = plain(words).toLowerCase();
  const [, alias] = [...(frontMatter?.aliases ?? [])].find(([name]) => plain(name).toLowerCase() === wanted) ?? [];
  return alias === undefined || alias.toLowerCase().includes(wanted) || /^\[.*\]$/.test(alias) ? undefined : alias;
}

function beginsSentence({ tellings }: Story, { start }: Range): boolean {
  return tellings.some(({ sections }) => sections.some(({ sentences }) => sentences.some((sentence) => sentence.start === start)));
}

const LONGEST_LABEL = 300;

/** A link whose target is the name becomes its words. */
function withoutLink(text: string, { start, end }: Range): Edit | undefined {
  if (!/\]\(<?$/.test(text.slice(Math.max(0, start - 3), start)) || !/^>?\)/.test(text.slice(end, end + 2))) return undefined;
  const label = /\[([^[\]\r\n]+)\]\(<?$/.exec(text.slice(Math.max(lineStartOf(text, start), start - LONGEST_LABEL), start));
  return label === null ? undefined : { start: start - label[0].length, end: text.indexOf(')', end) + 1, newText: label[1]! };
}

/** Adds the name to the front matter's `aliases`; undefined where they are written so that nothing simple can be added. */
function aliasEdit({ text, eol, frontMatter }: Story, words: string): Edit | undefined {
  const entry = `${JSON.stringify(plain(words))}: "[how you will call it]"`;
  const top = text.startsWith('\ufeff') ? 1 : 0;
  if (!frontMatter) return { start: top, end: top, newText: `---${eol}aliases: { ${entry} }${eol}---${eol}${eol}` };
  if (frontMatter.problems.some(({ code }) => code === 'invalid-front-matter')) return undefined;
  const source = text.slice(frontMatter.start, frontMatter.end);
  const written = /^aliases[ \t]*:[ \t]*(.*?)[ \t]*$/m.exec(source);
  const insert = (at: number, newText: string): Edit => ({ start: at, end: at, newText });
  if (!written) return insert(lineStartOf(text, frontMatter.end), `aliases: { ${entry} }${eol}`);
  const at = frontMatter.start + written.index;
  const flow = /^\{.*[^{\s,](?=\s*\}$)/.exec(written[1]!);
  if (flow) return insert(at + written[0].indexOf('{') + flow[0].length, `, ${entry}`);
  if (written[1] !== '') return undefined;
  const end = lineEndOf(text, at);
  const indent = /^(?:\r\n|\n|\r)([ \t]+)/.exec(text.slice(end))?.[1] ?? '  ';
  return insert(end, `${eol}${indent}${entry}`);
}
