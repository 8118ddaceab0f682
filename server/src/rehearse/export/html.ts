import { html } from '../../bank/report/escape.js';
import type { CueCard } from '../types.js';
import { cardName, type ExportedStory } from './exported.js';
import { STYLE } from './style.js';
import { countsOf, HEADED, INDEX_ABOUT, missingIn, RESUME, timeOf } from './words.js';

/** Fewer cards are seen at a glance without an index. */
const INDEX_FROM = 4;

/** The cards as one page to print or to read on a screen: an index of them all where there are several, each card, and the lines for a résumé. */
export function htmlCards(stories: readonly ExportedStory[]): string {
  const cards = stories.flatMap((story) => story.cards);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${cards.length === 1 ? html(cardName(cards[0]!)) : 'Cue cards'}</title>
<style>
${STYLE}</style>
</head>
<body>
${cardsBody(stories)}
</body>
</html>
`;
}

/** What stands in the body of that page: the caller adds the head with its style. */
export function cardsBody(stories: readonly ExportedStory[]): string {
  const cards = stories.flatMap((story) => story.cards);
  const parts = [cards.length >= INDEX_FROM ? index(stories, cards) : '', `<div class="cards">\n${cards.map(cardOf).join('\n')}\n</div>`, resume(stories)];
  return `<main>\n${parts.filter((part) => part !== '').join('\n')}\n</main>`;
}

/** All cards at a glance, on a page or so: the figure of each and what it lands on. */
function index(stories: readonly ExportedStory[], cards: readonly CueCard[]): string {
  const items = cards.map((card, at) => {
    const { figure, landing } = card;
    const said = [figure, figure !== undefined && landing?.includes(figure) ? undefined : landing].filter((text) => text !== undefined);
    const lines = (said.length > 0 ? said : missingIn(card)).map((text) => told('p', text)).join('');
    return `<li><p class="head"><a href="#card-${at + 1}" dir="auto">${html(cardName(card))}</a> <span class="time">${timeOf(card)}</span></p>${lines}</li>`;
  });
  return `<section class="index">\n<h1>Cue cards</h1>\n<p class="counts">${countsOf(stories.length, cards.length)}. ${INDEX_ABOUT}</p>\n<ol>\n${items.join('\n')}\n</ol>\n</section>`;
}

function cardOf(card: CueCard, at: number): string {
  const parts = [
    `<header><h2 dir="auto">${html(card.title)}</h2>${told('p', card.framing ?? '', 'framing')}<p class="time">${timeOf(card)}</p></header>`,
    line(HEADED.opener, card.opener, 'opener'),
    list(HEADED.cues, card.cues.map(({ text }) => text), 'ol', 'cues'),
    line(HEADED.figure, card.figure, 'figure'),
    line(HEADED.landing, card.landing, 'landing'),
    list(HEADED.doNotClaim, card.doNotClaim, 'ul', 'do-not-claim'),
    list(HEADED.followUps, card.followUps, 'ul', 'follow-ups'),
    list(HEADED.missing, missingIn(card), 'ul', 'missing'),
  ];
  return `<article class="card" id="card-${at + 1}">\n${parts.filter((part) => part !== '').join('\n')}\n</article>`;
}

function line(head: string, text: string | undefined, kind: string): string {
  return text === undefined ? '' : `<section class="${kind}"><h3>${head}</h3>${told('p', text)}</section>`;
}

function list(head: string, items: readonly string[], tag: 'ol' | 'ul', kind: string): string {
  if (items.length === 0) return '';
  return `<section class="${kind}"><h3>${head}</h3><${tag}>${items.map((item) => told('li', item)).join('')}</${tag}></section>`;
}

function resume(stories: readonly ExportedStory[]): string {
  const withBullets = stories.filter(({ bullets }) => bullets.length > 0);
  if (withBullets.length === 0) return '';
  const lists = withBullets.map(({ title, bullets }) => `<section><h3 dir="auto">${html(title)}</h3><ul>${bullets.map(({ text }) => told('li', text)).join('')}</ul></section>`);
  return `<section class="resume">\n<h2>${RESUME.title}</h2>\n<p>${RESUME.about}</p>\n${lists.join('\n')}\n</section>`;
}

/** Words of a story, which run in their own direction. */
function told(tag: 'p' | 'li', text: string, kind?: string): string {
  return text === '' ? '' : `<${tag}${kind === undefined ? '' : ` class="${kind}"`} dir="auto">${html(text)}</${tag}>`;
}
