/* Copies what the browser tests pictured into docs/images, where README and the user guide show it. */
import { copyFile, mkdir } from 'node:fs/promises';

const IMAGES = {
  '01-landing': 'landing',
  '02-form': 'form',
  '03-review': 'review',
  '04-receipt': 'receipt',
  '07-inbox': 'inbox',
  '08-case': 'case',
  '10-agenda-preview': 'agenda',
  '13-channel': 'channel',
  '14-private-view': 'private-view',
  'item-1-published': 'item-1-published',
  'item-1-published-phone': 'item-1-published-phone',
};

await mkdir('docs/images', { recursive: true });
for (const [picture, image] of Object.entries(IMAGES))
  await copyFile(`screenshots/${picture}.png`, `docs/images/${image}.png`);
