import { briefOf, type OpenAction } from '../../src/domain/action';
import { aCase, aConsent, anAction } from '../builders/cases';
import { agencyId, caseId, day } from '../builders/ids';
import { AUTHOR, heldBy, type House, ORIGIN, OWNER, putTaskIn } from '../use-cases/asking';
import { type GoodPress } from './good-press';

const key = { caseId: caseId(), actionId: anAction().id };
const opened = {
  consent: aConsent({ grants: [{ group: 'C', from: ORIGIN, to: agencyId('kronstad-dps') }] }),
};

const task =
  (over: Partial<OpenAction> = {}) =>
  (house: House): void => {
    const action = anAction({ detailIn: 'C', ...over });
    const kase = aCase({
      ...{ state: 'mapping', holdings: heldBy(ORIGIN), actions: [briefOf(action)] },
      ...opened,
    });
    putTaskIn(house, { kase, action }, { detail: 'Ring utleier' });
  };
const offered = task({ proposed: AUTHOR, proposedBy: OWNER });
const muted = task({ mutes: [{ by: OWNER, until: day('2026-12-14'), reason: 'other-first' }] });

const press =
  (by: GoodPress['by'], changes: boolean) =>
  (given: GoodPress['given'], data: object = {}) => ({
    ...{ by, given, changes },
    data: { ...key, ...data },
  });
const reads = press('owner', false);
const changes = press('owner', true);

/** The verbs of who does a task, whether it is to be done, and when its owner hears of it. */
export const DELEGATING: Readonly<Record<string, GoodPress>> = {
  'open-action': reads(task()),
  'list-case-actions': press('coordinator', false)(task()),
  'start-hand-over': reads(task()),
  'propose-hand-over': changes(task(), { owner: 'medlem-dps' }),
  'open-hand-over': press('author', false)(offered),
  'accept-hand-over': press('author', true)(offered),
  'decline-hand-over': press('author', true)(offered),
  'start-mute-action': reads(muted),
  'mute-action': changes(task(), { until: '2026-12-14', reason: 'other-first' }),
  'start-cancel-action': press('coordinator', false)(task()),
  'cancel-action': press('coordinator', true)(task(), { reason: 'not-needed' }),
  'start-reassign-action': press('coordinator', false)(task()),
  'reassign-action': press('coordinator', true)(task(), { owner: 'medlem-dps', reason: 'owner-left' }),
};
