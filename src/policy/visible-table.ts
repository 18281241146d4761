import { GROUPS, SECTIONS } from '../domain/groups';
import { type VisibleRow } from './rows';
import { ANY, BEFORE_CONSENT, WORKING } from './spans';

/** The ways to come to see a part of a case, by what opens it (design.md §5). */
export type VisibleWay =
  'own-agency' | 'sharing' | 'consent' | 'summary' | 'summary-in-the-group' | 'contact';

/**
 * What is in none of these ways is not shown; an owner or a chair is in none.
 *
 * The summary is for speaking of somebody without knowing who it is (domain.md §5). Once a consent has told some who
 * it is, it is no longer de-identified: from then on each agency reads what the consent opens to it, and no more. Nor
 * is it to whom something was once shared in danger. Somebody the group could recognise is not spoken of there before
 * the person has consented. How to reach the referrer is of use for as long as somebody works on the case.
 */
export const VISIBLE_TABLE: Readonly<Record<VisibleWay, VisibleRow>> = {
  'own-agency': {
    who: ['author', 'coordinator', 'member'],
    sections: SECTIONS,
    states: ANY,
    and: ['is-own-agencys'],
  },
  sharing: { who: ['receiver'], sections: GROUPS, states: ANY, and: ['is-shared-now'] },
  consent: {
    who: ['author', 'coordinator', 'member'],
    sections: GROUPS,
    states: WORKING,
    and: ['is-consented'],
  },
  summary: { who: ['coordinator'], sections: ['summary'], states: BEFORE_CONSENT, and: ['knows-not-who'] },
  'summary-in-the-group': {
    who: ['member'],
    sections: ['summary'],
    states: BEFORE_CONSENT,
    and: ['knows-not-who', 'may-be-discussed'],
  },
  contact: { who: ['coordinator'], sections: ['contact'], states: [...BEFORE_CONSENT, ...WORKING], and: [] },
};
