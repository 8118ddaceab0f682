/** In bytes: the head of a message is two short lines. */
const MOST_HEAD = 4096;
/** In bytes: no message of an editor is longer, and a longer one would be waited for without end. */
const MOST_BODY = 2 ** 28;

/** Follows the bytes of a stream from head to head. */
export class Heads {
  #head = '';
  /** How many bytes of a message are still to come. */
  #body = 0;

  /** True while every message can be told from the next; false once a head among these bytes is none. */
  follow(bytes: Buffer): boolean {
    for (let at = 0; at < bytes.length; ) {
      const known = this.#head.length;
      const piece = this.#body > 0 ? '' : bytes.toString('latin1', at, at + MOST_HEAD);
      this.#head += piece;
      const end = this.#head.indexOf('\r\n\r\n');
      if (this.#head.length > MOST_HEAD && (end < 0 || end > MOST_HEAD)) return false;
      if (this.#body > 0) {
        const taken = Math.min(this.#body, bytes.length - at);
        this.#body -= taken;
        at += taken;
      } else if (end < 0) {
        at += piece.length;
      } else {
        const length = /^content-length:[ \t]*(.*)$/im.exec(this.#head.slice(0, end))?.[1]?.trim();
        if (length === undefined || !/^\d+$/.test(length) || Number(length) > MOST_BODY) return false;
        this.#body = Number(length);
        this.#head = '';
        at += end + 4 - known;
      }
    }
    return true;
  }
}
