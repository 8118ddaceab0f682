/** Characters that steer a terminal, turn the direction of what follows, or end a line: each a blank. */
const STEERING = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/** A person's words as one line that only says what it says. */
export function plain(text: string): string {
  return text.replace(STEERING, ' ');
}

/** The same where HTML stands, in text and in attributes alike. */
export function html(text: string): string {
  return plain(text).replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}

/** The same where Markdown stands: no markup, no HTML, no link, and no end of a table cell. */
export function markdown(text: string): string {
  return plain(text).replace(/[\\`*_[\]<>|~&#@$]|:(?=\/\/)|(?<=www)\./gi, '\\$&');
}
