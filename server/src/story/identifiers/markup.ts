/** Comments, tags, the brackets of links with where they lead, and highlights: what says how a page looks and is not on it. */
export const MARKUP = [
  String.raw`<!--[\s\S]{0,300}?-->`,
  String.raw`<\/?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]{0,300})?\/?>`,
  String.raw`!?\[\^[^\[\]\s]{1,60}\]`,
  String.raw`\]\([^()\s]{0,500}(?:\s{1,5}"[^"]{0,200}")?\)`,
  String.raw`\]\[[^\[\]]{0,100}\]`,
  String.raw`!?\[|\]|==`,
].join('|');
