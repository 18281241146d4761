/* Draws manifest/color.png and outline.png from the SVG beside them: run it when one of those has changed. */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const ICONS = [
  ['color', 192],
  ['outline', 32],
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [name, size] of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(`manifest/${name}.svg`, 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: `manifest/${name}.png`, omitBackground: true });
}
await browser.close();
