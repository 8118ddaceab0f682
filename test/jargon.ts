/** A phrase file as a person would write it into a pack of their own: what it calls jargon is `word`. */
export const jargon = (word = 'retry storm'): string => `id: in-house-jargon
title: In-house jargon
message: 'Nobody outside knows "{match}".'
why: A name only you know says nothing.
sources: [starwright]
weak: I fixed it.
strong: I fixed the mail queue.
severity: warning
cues:
  - patterns: ['${word}']
examples:
  fires: [I fixed the ${word}.]
  silent: [I fixed the mail queue.]
`;
