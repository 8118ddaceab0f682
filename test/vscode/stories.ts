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

/** A strong story that takes two minutes to say, a third of them before anything is done. */
export const LONG_STORY = `# The labels that came late

## Situation

I looked after the label service of a parcel depot with 300 packers. The depot stands between two motorways and smells of cardboard in every season of the year. People there still talk about the winter in which the roof leaked onto the sorting belt for two weeks. One Monday labels took 40 seconds each, and parcels piled up on the floor.

## Task

I was on call, and I owned getting labels out again before the trucks left at noon.

## Action

I compared the traces of that morning with a quiet day and saw every request wait for one lock. The root cause was a nightly job that held this lock while it cleaned old labels, and that had grown slower for months. Somebody had brought cake for a birthday in the meantime. I chose to stop the job for the day over restarting the service, because that could be undone within a minute, at the cost of a fuller disk. In the afternoon I split the job into small steps that let go of the lock in between, and I tried them on a copy of the database first. I also added an alert on the time a label waits, so that we hear of it before the packers do.

## Result

Labels went from 40 seconds to 300 ms, measured over the following month, and every truck left on time.

## Learning

I learned that a job nobody watches grows until somebody has to, and I now give each new job a time limit.
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
