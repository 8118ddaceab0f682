const LONGEST = 60;
const LOOK = 4000;

/** A title suggested by the beginning of a text: its first clause, at most 60 characters, or undefined where no word is. */
export function suggestTitle(text: string): string | undefined {
  const line = /[^\r\n]*[\p{L}\p{N}][^\r\n]*/u.exec(text.slice(0, LOOK))?.[0];
  const plain = line?.slice(0, 10 * LONGEST).replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/^[\s>#*+|-]+|^\s*\d{1,2}[.)]\s|[*_`|<>[\]]/g, ' ').replace(/\s+/g, ' ').trim();
  const clause = plain && (/^.{12,}?(?=[.!?;:](?:\s|$)|\s[–—-]\s)/u.exec(plain)?.[0] ?? plain);
  if (!clause) return undefined;
  const cut = shorten(clause).replace(/[\s,.;:–—-]+$/u, '');
  return cut === '' ? undefined : cut[0]!.toUpperCase() + cut.slice(1);
}

function shorten(text: string): string {
  const letters = [...text];
  if (letters.length <= LONGEST) return text;
  const cut = letters.slice(0, LONGEST).join('');
  const space = cut.lastIndexOf(' ');
  return space > LONGEST / 3 ? cut.slice(0, space) : cut;
}

/** A title on one line: control characters and line breaks become spaces. */
export function oneLine(title: string): string {
  return title.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
}
