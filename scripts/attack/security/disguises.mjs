// The ways in which a name can be written so that whoever reads the page still reads it.

const SPLITTERS = {
  'soft hyphen': '\u00ad', 'zero-width space': '\u200b', 'zero-width joiner': '\u200d', 'zero-width non-joiner': '\u200c', 'word joiner': '\u2060', 'byte order mark': '\ufeff',
  'grapheme joiner': '\u034f', 'variation selector': '\ufe0f', 'invisible plus': '\u2064', 'right-to-left override': '\u202e', 'isolate': '\u2068', 'tag letter': '\u{e0061}', 'mongolian separator': '\u180e',
  'entity of a soft hyphen': '&shy;', 'number of a soft hyphen': '&#173;', 'hexadecimal soft hyphen': '&#xAD;', 'number with zeros': '&#0000173;', 'entity of a zero-width space': '&ZeroWidthSpace;', 'entity of a joiner': '&zwj;', 'entity of no break': '&NoBreak;', 'entity of a negative space': '&NegativeThinSpace;',
  'invisible comma': '&InvisibleComma;', 'invisible times': '&it;', 'empty comment': '<!---->', 'comment': '<!-- x -->', 'comment with an arrow': '<!-- a > b -->', 'long comment': `<!-- ${'x '.repeat(300)}-->`, 'word break': '<wbr>', 'empty tag': '<span></span>', 'tag with an attribute': '<a name="x > y"></a>',
  'backslash and newline': '\\\n', 'two spaces and newline': '  \n', 'five spaces and newline': '     \n', 'backslash and CRLF': '\\\r\n', 'spaces and CRLF': '  \r\n', 'spaces and CR': '  \r', 'line break': '<br>', 'closed line break': '<br/>', 'line break with a space': '<br />', 'big line break': '<BR>', 'newline': '\n', 'hard break in a quotation': '\\\n> ', 'newline and spaces': '\n    ',
  'hyphen and newline': '-\n', 'hyphen, spaces and newline': '-  \n', 'real hyphen and newline': '\u2010\n', 'line break and newline': '<br>\n', 'empty emphasis': '<em></em>', 'processing': '<?x?>', 'declaration': '<!X>', 'CDATA': '<![CDATA[]]>', 'footnote': '[^1]',
};

const INSIDE = {
  'strong inside': (left, right) => `**${left}**${right}`, 'strong at the end': (left, right) => `${left}**${right}**`, 'emphasis inside': (left, right) => `*${left}*${right}`, 'struck inside': (left, right) => `${left}~~${right}~~`,
  'code inside': (left, right) => `${left}\`${right}\``, 'bold tag': (left, right) => `<b>${left}</b>${right}`, 'tag with an attribute': (left, right) => `<span class="x" title="a">${left}</span>${right}`, 'tag with an arrow': (left, right) => `<span title="a>b">${left}</span>${right}`,
  'tag over a newline': (left, right) => `<b\n>${left}</b\n>${right}`, 'link': (left, right) => `[${left}](x.md)${right}`, 'link with a title': (left, right) => `[${left}](x.md "y")${right}`, 'link with brackets in it': (left, right) => `[${left}](x_(y).md)${right}`, 'link in angles': (left, right) => `[${left}](<x y.md>)${right}`,
  'link with a single-quoted title': (left, right) => `[${left}](x.md 'y')${right}`, 'reference': (left, right) => `[${left}][ref]${right}`, 'bare reference': (left, right) => `[${left}]${right}`, 'escaped': (left, right) => `${left}\\_${right}`.replace('\\_', ''), 'highlight': (left, right) => `==${left}==${right}`, 'nested tags': (left, right) => `<i><b>${left}</b></i>${right}`,
};

/** Letters drawn as others are. */
function drawn(text, pairs) {
  const by = Object.fromEntries(pairs.split(' ').map((pair) => [...pair]));
  return [...text].map((sign) => by[sign] ?? sign).join('');
}

const WHOLE = {
  'as it is': (name) => name,
  'in capitals': (name) => name.toUpperCase(),
  'in small letters': (name) => name.toLowerCase(),
  'in capitals at random': (name) => [...name].map((sign, at) => (at % 2 ? sign.toUpperCase() : sign.toLowerCase())).join(''),
  'composed': (name) => name.normalize('NFC'),
  'decomposed': (name) => name.normalize('NFD'),
  'without accents': (name) => name.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
  'in wide letters': (name) => name.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  'in bold mathematical letters': (name) => name.replace(/[a-z]/g, (sign) => String.fromCodePoint(0x1d41a + sign.charCodeAt(0) - 97)).replace(/[A-Z]/g, (sign) => String.fromCodePoint(0x1d400 + sign.charCodeAt(0) - 65)),
  'in circled letters': (name) => name.replace(/[a-z]/g, (sign) => String.fromCodePoint(0x24d0 + sign.charCodeAt(0) - 97)),
  'in Cyrillic letters that look alike': (name) => drawn(name, 'aа eе oо pр cс yу xх sѕ iі jј kк mм tт bв AА BВ EЕ KК MМ HН OО PР CС TТ XХ YУ'),
  'with one Cyrillic letter': (name) => name.replace(/[aeocpx]/, (sign) => drawn(sign, 'aа eе oо pр cс xх')),
  'in Greek letters that look alike': (name) => drawn(name, 'aα oο pρ vν iι uυ nη tτ AΑ BΒ EΕ ZΖ HΗ IΙ KΚ MΜ NΝ OΟ PΡ TΤ YΥ XΧ'),
  'in small capitals': (name) => drawn(name, 'aᴀ bʙ cᴄ dᴅ eᴇ fꜰ gɢ hʜ iɪ jᴊ kᴋ lʟ mᴍ nɴ oᴏ pᴘ rʀ sꜱ tᴛ uᴜ vᴠ wᴡ yʏ zᴢ'),
  'in letters on black circles': (name) => name.replace(/[a-z]/gi, (sign) => String.fromCodePoint(0x1f150 + sign.toLowerCase().charCodeAt(0) - 97)),
  'in the letters of flags': (name) => name.replace(/[a-z]/gi, (sign) => String.fromCodePoint(0x1f1e6 + sign.toLowerCase().charCodeAt(0) - 97)),
  'by numbers of Cyrillic letters': (name) => name.replace(/[aeo]/g, (sign) => `&#${{ a: 1072, e: 1077, o: 1086 }[sign]};`),
  'by decimal numbers': (name) => [...name].map((sign) => `&#${sign.codePointAt(0)};`).join(''),
  'by hexadecimal numbers': (name) => [...name].map((sign) => `&#x${sign.codePointAt(0).toString(16)};`).join(''),
  'by numbers with zeros': (name) => [...name].map((sign) => `&#${String(sign.codePointAt(0)).padStart(7, '0')};`).join(''),
  'percent-encoded': (name) => [...Buffer.from(name)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'possessive': (name) => `${name}'s`,
  'typographic possessive': (name) => `${name}’s`,
  'in quotation marks': (name) => `“${name}”`,
  'in emphasis': (name) => `_${name}_`,
  'in strong emphasis': (name) => `***${name}***`,
  'as a tag': (name) => `#${name.replace(/\s+/g, '')}`,
  'as a mention': (name) => `@${name.replace(/\s+/g, '')}`,
  'in a snake': (name) => name.replace(/\s+/g, '_'),
  'in a kebab': (name) => name.replace(/\s+/g, '-'),
  'in a camel': (name) => `my${name.replace(/\s+/g, '')}Client`,
  'over a newline': (name) => name.replace(/\s+/g, '\n'),
  'over a hard break': (name) => name.replace(/\s+/g, '\\\n'),
  'over spaces and a newline': (name) => name.replace(/\s+/g, '  \n'),
  'over a line break': (name) => name.replace(/\s+/g, '<br>'),
  'over a closed line break': (name) => name.replace(/\s+/g, ' <br />\n'),
  'over a quotation': (name) => name.replace(/\s+/g, '\n> '),
  'over two quotations': (name) => name.replace(/\s+/g, '\n> > '),
  'over a hard break in a quotation': (name) => name.replace(/\s+/g, '\\\n> '),
  'over a list': (name) => name.replace(/\s+/g, '\n  '),
  'with a space that does not break': (name) => name.replace(/\s+/g, '\u00a0'),
  'with its entity': (name) => name.replace(/\s+/g, '&nbsp;'),
  'with an entity of a thin space': (name) => name.replace(/\s+/g, '&MediumSpace;'),
  'with an ideographic space': (name) => name.replace(/\s+/g, '\u3000'),
  'with many spaces': (name) => name.replace(/\s+/g, '   '),
  'with a tab': (name) => name.replace(/\s+/g, '\t'),
  'with a dot': (name) => name.replace(/\s+/g, '.'),
  'with a comma': (name) => name.replace(/\s+/g, ', '),
  'with an entity for a letter': (name) => name.replace(/[aeiou]/, (sign) => `&${sign}acute;`).normalize('NFKD').replace(/\u0301/g, ''),
  'with an escape for punctuation': (name) => name.replace(/[!-/:-@[-`{-~]/g, (sign) => `\\${sign}`),
};

/** A disguise by chance, as `{ title, write }`: the name written in some way, then split or marked at some letters of it. */
export function disguise({ roll, pick }) {
  const [how, whole] = roll(2) === 0 ? ['', (name) => name] : pick(Object.entries(WHOLE));
  const splitters = Array.from({ length: 1 + roll(3) }, () => pick(Object.entries(SPLITTERS)));
  const [around, mark] = roll(2) === 0 ? ['', undefined] : pick(Object.entries(INSIDE));
  const cuts = [...splitters, 0, 0].map(() => 1 + roll(40));
  const write = (name) => {
    const pieces = inPieces(whole(name), cuts);
    const split = pieces.map((piece, at) => piece + (at < pieces.length - 1 && splitters[at] ? splitters[at][1] : '')).join('');
    if (mark === undefined || pieces.length < 2) return split;
    return mark(split.slice(0, pieces[0].length), split.slice(pieces[0].length));
  };
  return { title: [how, ...splitters.map(([title]) => title), around].filter(Boolean).join(', '), write };
}

/** A text cut at some of its characters, never inside what stands for one. */
function inPieces(text, cuts) {
  const signs = text.match(/&#?\w+;|(?:%[\da-f]{2})+|\\[\s\S]|<[^>]*>|\s+(?:> ?)*|[^\p{M}]\p{M}*/gu) ?? [];
  const inside = [...new Set(cuts.map((cut) => 1 + (cut % Math.max(1, signs.length - 1))))].sort((a, b) => a - b).filter((at) => at < signs.length);
  return [0, ...inside].map((from, nth) => signs.slice(from, inside[nth] ?? signs.length).join(''));
}

/** Each disguise by itself. */
export function everyDisguise() {
  const cut = (write) => (name) => write(...inPieces(name, [Math.floor([...name].length / 2) - 1]));
  return [
    ...Object.entries(WHOLE).map(([title, write]) => ({ title, write })),
    ...Object.entries(SPLITTERS).map(([title, by]) => ({ title, write: cut((left, right) => `${left}${by}${right}`) })),
    ...Object.entries(INSIDE).map(([title, write]) => ({ title, write: cut(write) })),
  ];
}
