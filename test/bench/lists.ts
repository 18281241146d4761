import { searches } from '../journeys/composing';
import { type Bench, type Figure } from './figure';
import { growthOf } from './growth';
import { codeOf } from './seed/documents';
import { type Estate, leaveAll, openEstates } from './seed/estate';
import { openWork } from './seed/open-work';

type List = {
  readonly measure: string;
  readonly ask: (estate: Estate) => Promise<unknown>;
};

const OVER = codeOf(7);

const LISTS: readonly List[] = [
  { measure: 'mine oppgaver', ask: estate => estate.player('ansvarlig').says('mine oppgaver') },
  { measure: 'innboks', ask: estate => estate.player('koordinator').says('innboks') },
  { measure: 'search, begun', ask: estate => searches(estate, 'koordinator', OVER.slice(0, 5)) },
  { measure: 'search, of what is over', ask: estate => searches(estate, 'koordinator', OVER) },
];

/** What people ask for every day, with the same under way, and more and more behind it. */
export const lists: Bench = {
  id: 'B6',
  name: 'lists',
  run: async () => {
    const estates = await openEstates(openWork());
    const figures: Figure[] = [];
    for (const { measure, ask } of LISTS) {
      const variants = estates.map(estate => ({ name: String(estate.size), once: () => ask(estate) }));
      figures.push(...(await growthOf({ bench: 'B6', measure, variants, most: 1.3 })));
    }
    await leaveAll(estates);
    return figures;
  },
};
