// Up to the next comment at most, so that many beginnings without an end are each looked at once.
const COMMENT = String.raw`<!--(?:[^<-]|-(?!->)|<(?!!--)){0,20000}-->`;

const SHOWN = [
  String.raw`<\?[^<>]{0,300}\?>`,
  String.raw`<!\[CDATA\[[^<\]]{0,300}\]\]>`,
  String.raw`<![A-Za-z][^<>]{0,300}>`,
  String.raw`<\/?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s(?:[^<>"']|"[^"<]{0,300}"|'[^'<]{0,300}'){0,300})?\/?>`,
  String.raw`<\/?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]{0,300})?\/?>`,
  String.raw`!?\[\^[^\[\]\s]{1,60}\]`,
  String.raw`\]\(\s{0,5}(?:<[^<>\n]{0,500}>|(?:[^()\s]|\([^()\s]{0,100}\)){0,500})(?:\s{1,5}(?:"[^"]{0,200}"|'[^']{0,200}'|\([^()]{0,200}\)))?\s{0,5}\)`,
  String.raw`\]\[[^\[\]]{0,100}\]`,
  String.raw`!?\[|\]|==`,
].join('|');

/** Comments, tags, the brackets of links with where they lead, and highlights: what says how a page looks and is not on it. */
export const MARKUP = `${COMMENT}|${SHOWN}`;

/** The same, of comments only where they begin and end: what says how a comment would look. */
export const MARKUP_IN_COMMENTS = `<!--|-->|${SHOWN}`;
