import { type Case } from '../domain/case';
import { type Fact } from './event';

/** Which consent of the case was in force; nothing when it has none. */
export const underConsent = (kase: Case): Pick<Fact, 'consent'> =>
  'consent' in kase ? { consent: kase.consent.version } : {};
