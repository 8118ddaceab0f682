/** A story with much to say about it: a long Situation, a vague verb, no tradeoff, and nothing to prevent the next time. */
export const WEAK_STORY = `# Ticket sale stalls

## Situation

I work for a company that sells concert tickets. It has four teams and about sixty engineers. My team looks after checkout. Checkout hands every order to a queue. Six workers take orders from that queue. On a Friday evening checkout stopped and 3,000 orders piled up.

## Task

I was on call, and I owned getting orders through again before the evening sale.

## Action

I fixed the problem. I read the worker logs and found that one malformed message made every worker crash and start over, because nothing caught the parse error. I moved that message aside and drained the queue.

## Result

Within 20 minutes all 3,000 orders had gone through, and the error rate in our dashboard fell from 12% to 0.3%.

## Learning

I learned to look at what the workers have in common before I look at each of them.
`;

/** A title, and the sections that every story needs save one: nobody hears how it ended. */
export const STORY_WITHOUT_RESULT = `# Slow search

## Situation

Search in our help center took eight seconds, and nobody knew why.

## Task

I owned the search service.

## Action

I profiled the slowest queries, found that each one scanned the whole table, and added an index on the two columns they filter by.
`;

/** Markdown about the same things that is no story, and is none of our business. */
export const PLAIN_MARKDOWN = `# Notes

## Situation

We fixed the problem and made everything robust and scalable. I improved the system.
`;
