import { type Case } from '../domain/case';
import { type Errand } from '../domain/outbox';
import { type Asked } from './asked';
import { noticesToCoordinators } from './recipients';

/** The author and the coordinators are told that there is something new, never what (domain.md §13). */
export const aboutConsent = (asked: Asked, kase: Case): readonly Errand[] =>
  noticesToCoordinators(asked, { kase, about: { kind: 'new-information' }, also: [kase.author] });
