import { type Case } from '../domain/case';
import { type Errand } from '../domain/outbox';
import { type Asked } from './asked';
import { coordinators, noticesTo } from './recipients';
import { type World } from './world';

/** The author and the coordinators are told that there is something new, never what (domain.md §13). */
export const aboutConsent = async (world: World, asked: Asked, kase: Case): Promise<readonly Errand[]> =>
  noticesTo(asked, [kase.author, ...(await coordinators(world, asked))], {
    kase,
    about: { kind: 'new-information' },
  });
