import { chromium } from 'playwright-core';

/** Playwright's sandbox flag is needed as root; the others keep Chromium from doing anything that no test asked for. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'];

/** Starts a headless Chromium. */
export const launch = (executablePath) => chromium.launch({ executablePath, headless: true, args: FLAGS });
