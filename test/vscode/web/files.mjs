import fs from 'node:fs';
import path from 'node:path';
import { jargon } from '../../jargon.ts';
import { WEAK_STORY } from '../stories.ts';

const BANK = path.join(import.meta.dirname, '../../bank/stories');

/** What lies in the browser's file system when a window opens: path to text. */
export const WEB_FILES = {
  '/weak/ticket-sale.star.md': WEAK_STORY.replace('I fixed the problem.', '🎉👩‍🔧 I fixed the problem.'),
  '/own/.starwright.yaml': 'rules:\n  situation-too-long: off\n',
  '/own/.starwright/rubric/phrases/in-house-jargon.yaml': jargon('dashboard'),
  '/own/late/ticket-sale.star.md': WEAK_STORY,
  '/aloud/ticket-sale.star.md': WEAK_STORY,
  '/bank/.starwrightignore': 'archive/\n',
  '/bank/archive/left-out.star.md': WEAK_STORY,
  ...Object.fromEntries(fs.readdirSync(BANK).map((name) => [`/bank/${name}`, fs.readFileSync(path.join(BANK, name), 'utf8')])),
};
