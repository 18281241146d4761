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
};
/** One item's life in the channel, each at desktop and at phone width, by the same name. */
const LIFE = ['item-1-published', 'item-2-answers', 'item-3-discussed', 'item-4-decided', 'item-5-done'];
const named = LIFE.flatMap(name => [name, `${name}-phone`]).map(name => [name, name]);

await mkdir('docs/images', { recursive: true });
for (const [picture, image] of [...Object.entries(IMAGES), ...named])
  await copyFile(`screenshots/${picture}.png`, `docs/images/${image}.png`);
