/** Elements without an end tag. */
const VOID = ['meta', 'link', 'input'];

/** An element; its attributes are escaped, its content is HTML already. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>>, ...content: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(value)}"`]));
  const start = `<${name}${written.join('')}>`;
  return VOID.includes(name) ? start : `${start}${content.join('\n')}</${name}>`;
}

/** Text as HTML shows it. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A whole document in UTF-8. */
export function wholeDocument(language: string, title: string, head: readonly string[], body: readonly string[]): string {
  const top = element('head', {}, element('meta', { charset: 'utf-8' }), ...head, element('title', {}, escaped(title)));
  return `<!doctype html>\n${element('html', { lang: language }, top, element('body', {}, ...body))}\n`;
}
