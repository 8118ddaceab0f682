import type { Range, Role, Story } from '../../story/types.js';

/** What is not told to anybody, in the order of the text. */
export function untoldParts({ frontMatter, asides, comments }: Story): Range[] {
  const kept = asides.filter(({ kind }) => kind !== 'cues' && kind !== 'follow-ups');
  return [...(frontMatter ? [frontMatter] : []), ...kept, ...comments].sort((a, b) => a.start - b.start);
}

/** Whether a range begins in none of the parts, asked of ranges in the order of the text, which the parts are in too. */
export function outside(parts: readonly Range[]): (range: Range) => boolean {
  let next = 0;
  let reach = 0;
  return ({ start }) => {
    while (next < parts.length && parts[next]!.start <= start) reach = Math.max(reach, parts[next++]!.end);
    return start >= reach;
  };
}

/** The role of the section that an offset lies in, asked of offsets in the order of the text. */
export function rolesIn({ tellings }: Story): (offset: number) => Role {
  const sections = tellings.flatMap(({ sections: told }) => told).sort((a, b) => a.whole.start - b.whole.start);
  let at = 0;
  return (offset) => {
    while (at + 1 < sections.length && sections[at + 1]!.whole.start <= offset) at++;
    const section = sections[at];
    return section && section.whole.start <= offset && offset < section.whole.end ? section.role : 'body';
  };
}
