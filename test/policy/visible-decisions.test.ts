import { type Case, CASE_STATES } from '../../src/domain/case';
import { mayReadRationale } from '../../src/policy/visible-decisions';
import { aCase, aConsent, aDisqualification, aSharing } from '../builders/cases';
import { day, NOON } from '../builders/ids';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import { rationaleShownTo } from './oracle-of-sight';
import { casesFor, NOW, SEEN } from './proof/cases';
import { consentsFrom } from './proof/consents';
import { EVERYONE, ORIGINS } from './proof/readers';

const CONSENTS = new Map(ORIGINS.map(origin => [origin, consentsFrom(origin)] as const));
const BEFORE = [{ state: 'active', since: NOON }] as const;

/** As it is, once after somebody took part, and under every consent there can be. */
const lived = (kase: Case): readonly Case[] => [
  kase,
  { ...kase, past: BEFORE },
  ...('consent' in kase
    ? (CONSENTS.get(kase.origin) ?? []).map(([, consent]) => ({ ...kase, consent }))
    : []),
];

describe('mayReadRationale', () => {
  it('says what the oracle says, whoever asks and whatever the case is like', () => {
    const asked = EVERYONE.flatMap(reader =>
      ORIGINS.slice(0, 2).flatMap(origin =>
        SEEN.flatMap(like =>
          casesFor(reader, origin, { like, states: CASE_STATES }).map(kase => ({ reader, kase })),
        ),
      ),
    );

    const answers = asked.flatMap(({ reader, kase }) =>
      lived(kase).map(one => ({
        who: `${reader.kind} of ${reader.person.agency}, ${one.state}`,
        is: mayReadRationale(reader.person, one, NOW.today),
        shall: rationaleShownTo(reader.person, { kase: one, now: NOW }),
      })),
    );

    expect(answers.filter(({ is, shall }) => is !== shall).slice(0, 5)).toEqual([]);
    expect([true, false].map(answer => answers.filter(({ is }) => is === answer).length > 1_000)).toEqual([
      true,
      true,
    ]);
  });

  const people = [aPerson(), aCoordinator(), aMember(), aPerson({ id: aMember().id, roles: [] })];
  const readers = (kase: Case): readonly boolean[] =>
    people.map(reader => mayReadRationale(reader, kase, NOW.today));

  it('is the author’s, the coordinator’s and the members’ while nobody is known', () => {
    const kase = aCase({ state: 'deferred', presented: true });

    expect(readers(kase)).toEqual([true, true, true, false]);
    expect(readers({ ...kase, presented: false })).toEqual([true, true, false, false]);
  });

  it('is not for a member whose agency the person left out', () => {
    const kase = aCase({ state: 'active', presented: true, consent: aConsent({ grants: [] }) });

    expect(readers(kase)).toEqual([true, true, false, false]);
  });

  it('is not for a member who was sent something and knows who it is', () => {
    const kase = aCase({
      state: 'awaiting-consent',
      presented: true,
      sharings: [aSharing({ to: [aMember().id] })],
    });

    expect(readers(kase)).toEqual([true, true, false, false]);
  });

  it('is for nobody who is disqualified or was removed', () => {
    const kase = aCase({ state: 'deferred', presented: true });
    const shut = { ...kase, disqualified: people.map(({ id }) => aDisqualification(id)) };
    const removed = people.map(person => ({ ...person, removedOn: day('2026-12-01') }));

    expect(readers(shut)).toEqual([false, false, false, false]);
    expect(removed.filter(reader => mayReadRationale(reader, kase, NOW.today))).toEqual([]);
  });
});
