/** A small story with a few things missing, for the walkthrough. */
export const SAMPLE_STORY = `---
star: 1
title: The label printer that stopped at noon
---
# The label printer that stopped at noon

## Situation

I worked on the warehouse system of a garden supplier. One Monday its label printers stopped at noon, and 400 parcels missed their truck.

## Task

I was on call, and I owned getting labels out again before the evening truck.

## Action

I fixed the issue. I read the print server's log and found the root cause: one address with an emoji made the driver crash, and the job was retried forever. I moved that job aside, restarted the queue, and watched the first hundred labels come out.

## Result

Labels came out again within 25 minutes, and all 400 parcels left with the evening truck, which the shipping desk confirmed.

## Learning

I learned to look for the one input that differs, and I now test our forms with odd characters first.
`;
