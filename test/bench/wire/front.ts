import { performance } from 'node:perf_hooks';
import { wordsFor } from '../../../src/i18n/words';
import { type Card } from '../../../src/cards/template';
import { type Storage } from '../../../src/storage/create-storage';
import { type Deps } from '../../../src/teams/deps';
import { handlersFor } from '../../../src/teams/handlers';
import { directoryNames } from '../../../src/teams/names';
import { answerPress } from '../../../src/teams/on-press';
import { useCasesIn } from '../../../src/use-cases/all';
import { soon } from '../../storage/given';
import { aFront } from '../../teams/front';
import { type House, type Who } from '../../use-cases/asking';

type Pressing = { readonly who: Who; readonly verb: string; readonly data: unknown };

/** Presses over the real storage, in a house's programme and at its time. */
export type Front = {
  /** Learns everybody's name, as every first press of a minute does, and nothing else. */
  readonly know: () => Promise<void>;
  /** And who it is that presses, and when the group meets: what a first press of a minute leaves behind. */
  readonly warm: (who: Who) => Promise<void>;
  readonly press: (pressing: Pressing) => Promise<Card>;
};

export const frontOver = (storage: Storage, house: House): Front => {
  const { programme, calendar, derive, pause } = house;
  const world = { ...storage, programme, calendar, derive, pause };
  const names = directoryNames(world.people, () => performance.now());
  const faked = aFront(house);
  const deps: Deps = { ...faked.deps, world, does: useCasesIn(world), names, wordsFor };
  const handlers = handlersFor(deps);
  const know = async (): Promise<void> => {
    await names.current(soon());
  };
  const press: Front['press'] = ({ who, verb, data }) =>
    answerPress(deps, handlers, faked.pressOf(who, verb, data));
  return {
    know,
    warm: async who => {
      await press({ who, verb: 'show-welcome', data: {} });
    },
    press,
  };
};
