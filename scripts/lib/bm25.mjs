// Plain BM25 over whole texts, as a search engine would do it: what the matcher has to be better than.
const K1 = 1.2;
const B = 0.75;

const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Ranks texts ({ name, text }) for a question: the names of those that share a word with it, best first. */
export function bm25(texts) {
  const documents = texts.map(({ name, text }) => {
    const counts = new Map();
    for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return { name, counts, length: words(text).length };
  });
  const average = documents.reduce((sum, { length }) => sum + length, 0) / documents.length;
  const rarity = (word) => {
    const having = documents.filter(({ counts }) => counts.has(word)).length;
    return Math.log(1 + (documents.length - having + 0.5) / (having + 0.5));
  };
  const score = ({ counts, length }, word) => {
    const count = counts.get(word) ?? 0;
    return (rarity(word) * count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average));
  };
  return (question) =>
    documents
      .map((document) => ({ name: document.name, score: [...new Set(words(question))].reduce((sum, word) => sum + score(document, word), 0) }))
      .filter((each) => each.score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ name }) => name);
}
