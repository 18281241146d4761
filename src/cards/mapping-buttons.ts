import { type Case, isParticipant } from '../domain/case';
import { hasLapsed } from '../domain/consent-status';
import { may } from '../policy/may';
import { button, unfolding } from './button';
import { type CaseSubject } from './case-subject';
import { type Drawing } from './drawing';
import { offered } from './parts';
import { type Card } from './template';
import { unfolded } from './unfolded';

/** Says what follows before it is done: there is no way back to the mapping. */
export const startMeasures = ({ t, nonce }: Drawing, { id: caseId }: Case, rare: boolean): Card =>
  unfolding(
    t.mapping.start,
    unfolded(
      { lines: [t.mapping.startMeans] },
      button(t.mapping.startYes, { verb: 'start-measures', caseId, nonce }, { primary: true }),
    ),
    { rare },
  );

export const mayStart = ({ reader, today }: Drawing, kase: Case): boolean =>
  may(reader, { about: 'case', ask: 'start-measures', kase }) && !hasLapsed(kase, today);

export const mayOpenMapping = ({ reader }: Drawing, kase: Case): boolean =>
  (isParticipant(kase) || kase.state === 'consent-expired') &&
  may(reader, { about: 'case', ask: 'open-mapping', kase });

/** Behind "…" but where the mapping is what the case waits for. */
export const openingMapping = ({ t, nonce }: Drawing, { id: caseId }: Case, primary: boolean): Card =>
  button(
    t.mapping.title,
    { verb: 'open-mapping', caseId, nonce },
    { primary, rare: !primary, leavesInputs: true },
  );

/** In the case view: for a participant, and for as long as somebody follows what was mapped. */
export const mappingButtons = (d: Drawing, { kase }: CaseSubject, isMain: boolean): readonly Card[] =>
  offered([
    [mayOpenMapping(d, kase), openingMapping(d, kase, isMain)],
    [mayStart(d, kase), startMeasures(d, kase, true)],
  ]);
