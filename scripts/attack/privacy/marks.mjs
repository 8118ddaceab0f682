import fs from 'node:fs';
import path from 'node:path';

/** The beginning of every word that stands for what is private in the stories of this attack. */
export const MARK = 'zqvx';

const SPELLINGS = [Buffer.from(MARK), Buffer.from(MARK, 'utf16le')];

/** The words of {@link MARK} in some bytes, whatever their case, in UTF-8 or UTF-16, with what stands around them. */
export function marksIn(bytes) {
  const lower = Buffer.from(Buffer.from(bytes).map((byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte)));
  const at = SPELLINGS.map((spelling) => lower.indexOf(spelling)).find((index) => index >= 0);
  return at === undefined ? undefined : Buffer.from(bytes).subarray(Math.max(0, at - 60), at + 40).toString('utf8').replace(/\s+/g, ' ');
}

/** The files below a folder that hold private words, by path, and how many files were read. */
export function marksBelow(folder, { skip = () => false } = {}) {
  const found = [];
  let read = 0;
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || skip(path.relative(folder, file))) continue;
    read++;
    const around = marksIn(fs.readFileSync(file));
    if (around !== undefined) found.push(`${path.relative(folder, file)}: ${around}`);
  }
  return { found, read };
}

const FRONT = `---
star: 1
title: The zqvxtitle outage
shape: production-incident
signals: [incident-judgement]
profile: star-l
status: draft
employer: zqvxunknownkey
metrics:
  - { name: zqvxmetric rate, before: "4%", after: "1.5%", window: one month, confidence: approximate, source: zqvxsource }
questions: [walk-me-through-an-incident]
rehearsed: [{ date: 2026-11-20, seconds: 96 }]
aliases: { Zqvxalias Bank: a partner }
---

`;

/** A whole story in which everything that could be told on is marked. */
export const STORY = `${FRONT}# The zqvxheading outage

## Situation

During a sale our zqvxservice on zqvxhost-07.corp.zqvxcompany.example began to time out, and one in ten customers of Zqvxalias Bank could not pay.

## Task

I was on call for zqvxproduct, and I owned the lasting fix. <!-- star-disable-line no-ownership -- zqvxreason -->

## Action

I traced slow requests and confirmed that the root cause was a zqvxretry storm. We leveraged synergies with zqvxteam. I chose to shed retries rather than scale out; the cost was a few failed payments. I added an alert on zqvxalert volume. The key was password=Zqvxsecret12345abc.

### Prevention

I wrote a runbook, zqvxticket-4711, [which team].

## Result

The timeout rate went from 4% to 0.5% on the zqvxdashboard.

## Learning

I learned that zqvxlesson multiplies load.

## Framing: Care for zqvxpager

### Action

I went through the zqvxalarms of a month and removed half of them.

## Follow-ups

- Why zqvxfollowup?

## Notes

zqvxnote

## Do not claim

zqvxclaim
`;

/** Front matter that cannot be read, each in another way that a YAML library would quote. */
export const BROKEN = [
  'title: "zqvxunclosed',
  'title: *zqvxanchor',
  'zqvxkey: 1\nzqvxkey: 2',
  'title: [zqvxlist',
  '\tzqvxtab: 1',
  'zqvxkey: zqvxvalue: zqvxagain',
  'metrics: !!zqvxtag { a: 1 }',
  'questions: zqvxquestion\naliases: zqvxaliases\nstatus: zqvxstatus\nprofile: zqvxprofile\nshape: zqvxshape\nrules: { zqvxrule: zqvxlevel }',
].map((front) => `---\nstar: 1\n${front}\n---\n\n# A story\n\n## Action\n\nI fixed the zqvxservice.\n`);

/** Writes the stories and what lies beside them, and gives the folder. */
export function writeStories(folder) {
  const files = {
    'a.star.md': STORY,
    ...Object.fromEntries(BROKEN.map((text, index) => [`broken-${index}.star.md`, text])),
    '.starwright.yaml': 'confidentialTerms: [Zqvxterm Bank]\nprofile: balanced\n',
    'terms/.starwright.yaml': 'confidentialTerms: { Zqvxterm: 1, 2: [Zqvxother] }\nprofile: 7\n',
    'terms/b.star.md': STORY,
    'said.txt': 'so um during the sale our zqvxservice began to time out and I um traced zqvxretry storms and fixed it',
    'postmortem.md': '# Postmortem zqvxreport\n\n## Summary\n\nThe zqvxqueue was full.\n\n## Root cause\n\nA zqvxdisk was full.\n',
  };
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  return folder;
}
