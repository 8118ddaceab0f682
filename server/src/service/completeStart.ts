import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver-types';
import { typedRange, type CompletionSite } from './completionSite.js';
import { oneLine } from './prose.js';
import { toLspRange } from './reviewed.js';
import { toSnippet } from './snippets.js';

interface Start {
  readonly title: string;
  readonly detail: string;
  readonly about: string;
  /** Slots stand in it as `[slot]`. */
  readonly text: string;
}

const FRONT_MATTER: Start = {
  title: 'Front matter',
  detail: 'Title and status',
  about: 'What is known of the story: its title, and how far it has come. More keys are offered as you type.',
  text: '---\nstar: 1\ntitle: "[title]"\nstatus: draft\n---\n',
};
const OWN_FRONT_MATTER = /^---\n[^]*?\n---\n+/;

/** In a document that holds nothing yet, its front matter and a template for each kind of story; undefined elsewhere. */
export function storyStarts(site: CompletionSite): CompletionItem[] | undefined {
  const { frontMatter, text } = site.reviewed.review.story;
  const begun = text.slice(frontMatter?.end ?? 0).replace(/^\uFEFF/, '').trim();
  if (site.before.replace(/^\uFEFF/, '').trim() !== begun) return undefined;
  if (frontMatter) return /^\p{L}*$/u.test(begun) ? toItems(site, begun, kinds(site).map(withoutFrontMatter)) : undefined;
  // Front matter stands in the first line or is none.
  const first = site.reviewed.lines.lineAt(site.offset) === 0;
  return first && /^(?:-{0,3}|\p{L}*)$/u.test(begun) ? toItems(site, begun, [FRONT_MATTER, ...kinds(site)]) : undefined;
}

/** The kinds of story, first those that this one is said to be. */
function kinds({ reviewed: { rubric, review } }: CompletionSite): Start[] {
  const declared = review.shapes.map(({ id }) => id);
  const ordered = [...rubric.data.shapes].sort((a, b) => Number(declared.includes(b.id)) - Number(declared.includes(a.id)));
  return ordered.flatMap(({ title, summary, template }) => {
    const text = rubric.template(template)?.text;
    return text === undefined ? [] : [{ title, detail: 'A whole story', about: oneLine(summary), text }];
  });
}

function withoutFrontMatter(start: Start): Start {
  return { ...start, text: start.text.replace(OWN_FRONT_MATTER, '') };
}

function toItems(site: CompletionSite, begun: string, starts: readonly Start[]): CompletionItem[] {
  const { snippets } = site.options;
  const { eol } = site.reviewed.review.story;
  const range = toLspRange(site.reviewed, typedRange(site, begun));
  return starts.map(({ title, detail, about, text }, index) => {
    const written = text.replace(/\n/g, eol);
    return {
      label: title,
      kind: CompletionItemKind.Snippet,
      detail,
      documentation: about,
      filterText: `${begun.startsWith('-') ? '---' : 'star'} ${title}`,
      sortText: String(index).padStart(3, '0'),
      insertTextFormat: snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range, newText: snippets ? toSnippet(written).text : written },
    };
  });
}
