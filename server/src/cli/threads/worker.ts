import { workerData } from 'node:worker_threads';
import { keepCompiled } from '../compileCache.js';
import type { Job } from './job.js';
import { serve } from './serve.js';

// Where a further thread of "starwright check" begins.
keepCompiled();
const { answering } = await import('../check.js');
serve(await answering(workerData as Job));
