import { companyIn } from '../story/identifiers/index.js';

/** Shorter ones are as often something else. */
const SHORTEST = 5;

/** A word that is no part of a host, a path or a longer name. */
const BARE_WORD = /(?<![\p{L}\p{N}_.@/-])\p{L}+(?![\p{L}\p{N}_@/-]|\.[\p{L}\p{N}])/gu;
/** What stands before a word in the middle of a sentence. */
const GOES_ON = /[\p{Ll}\d,;]["“'‘(*_]{0,3}[ \n]$/u;

/**
 * The companies in the names of a text's hosts that it also calls by that word. Only what is always written like a name, and at least
 * once where no sentence begins, is one: "Fabrikam" beside "fabrikam" is left, for "target.example" may keep its targets.
 */
export function companiesIn(text: string, hosts: readonly string[]): string[] {
  const words = new Set(hosts.flatMap((host) => companyIn(host) ?? []).filter((word) => word.length >= SHORTEST && /^[a-z]+$/.test(word)));
  if (words.size === 0) return [];
  const inside = new Set<string>();
  for (const { 0: found, index } of text.matchAll(BARE_WORD)) {
    const word = found.toLowerCase();
    if (!words.has(word)) continue;
    if (/^\p{Lu}/u.test(found)) {
      if (GOES_ON.test(text.slice(Math.max(0, index - 6), index))) inside.add(word);
    } else words.delete(word);
  }
  return [...inside].filter((word) => words.has(word));
}
