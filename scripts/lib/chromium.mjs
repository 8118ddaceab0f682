import fs from 'node:fs';
import path from 'node:path';
import { installFromDebian } from './debian.mjs';
import { tool } from './paths.mjs';
import { node, works } from './run.mjs';
import { Unavailable } from './unavailable.mjs';

const ON_PATH = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const ON_MAC = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
const ON_WINDOWS = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** A Chromium that runs: one that is here, else Playwright's download, else Debian's package. */
export function findChromium() {
  return (found ??= find());
}

let found;

async function find() {
  const present = (await firstThatWorks(candidates())) ?? (await fromPlaywright()) ?? (await fromDebian());
  if (!present) throw new Unavailable('no Chromium: none is installed, Playwright could not download one, and apt-get needs root on Debian');
  return present;
}

function candidates() {
  const { CHROMIUM, PATH = '', PROGRAMFILES, 'PROGRAMFILES(X86)': programs86, LOCALAPPDATA } = process.env;
  if (CHROMIUM) return [CHROMIUM];
  if (process.platform === 'darwin') return ON_MAC;
  if (process.platform === 'win32') {
    return [PROGRAMFILES, programs86, LOCALAPPDATA].filter(Boolean).flatMap((place) => ON_WINDOWS.map((file) => path.join(place, file)));
  }
  return PATH.split(path.delimiter).flatMap((place) => ON_PATH.map((file) => path.join(place, file)));
}

/** Only what can say its version counts: a snap's stand-in or a download without its libraries is there, yet useless. */
async function firstThatWorks(files) {
  for (const file of files.filter((name) => fs.existsSync(name))) {
    // chrome.exe opens a window instead of answering
    if (process.platform === 'win32' || await works(file)) return file;
  }
  return undefined;
}

async function fromPlaywright() {
  const { chromium } = await import('playwright-core');
  const its = chromium.executablePath();
  if (await firstThatWorks([its])) return its;
  console.log('Fetching Chromium, once …');
  try {
    await node(tool('playwright-core/cli.js'), ['install', 'chromium'], { quiet: true });
  } catch {
    return undefined;
  }
  return firstThatWorks([its]);
}

async function fromDebian() {
  return (await installFromDebian('chromium', 'fonts-dejavu-core')) ? firstThatWorks(candidates()) : undefined;
}
