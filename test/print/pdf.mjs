/** The addresses linked to on each page of a PDF that Chromium printed, in page order. */
export function linksByPage(pdf) {
  const objects = new Map([...pdf.toString('latin1').matchAll(/(?:^|\n)(\d+) 0 obj\s([^]*?)endobj/g)].map((match) => [match[1], match[2]]));
  const refs = (body, key) => [...(new RegExp(`/${key}\\s*\\[([^\\]]*)\\]`).exec(body)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((match) => objects.get(match[1]));
  const pagesIn = (node) => (/\/Type\s*\/Pages\b/.test(node) ? refs(node, 'Kids').flatMap(pagesIn) : [node]);
  const catalog = [...objects.values()].find((body) => /\/Type\s*\/Catalog\b/.test(body));
  const tree = objects.get(/\/Pages (\d+) 0 R/.exec(catalog)[1]);
  return pagesIn(tree).map((page) => refs(page, 'Annots').flatMap((annotation) => /\/URI \((.*?)\)/.exec(annotation)?.[1] ?? []));
}
