import './asleep.js';
import './review.js';
import './commands.js';
import './tools.js';
import { runTests } from './runner.js';

/** Where an extension host that was started for tests begins. */
export const run = runTests;
