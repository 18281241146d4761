import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const MISSING = `The browser tests drive Chromium, and there is none at ${CHROMIUM}.
  Debian, Ubuntu:  sudo apt-get update && sudo apt-get install -y chromium
  elsewhere:       install Chromium or Chrome, and set CHROMIUM to the path of its program`;

/** A browser with a fresh profile; rejects with how to install one when there is none. */
export const launchChromium = async (): Promise<Browser> => {
  if (!existsSync(CHROMIUM)) throw new Error(MISSING);
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
};
