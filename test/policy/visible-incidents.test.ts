import { briefOf } from '../../src/domain/action';
import { type Case, CASE_STATES, type CaseState } from '../../src/domain/case';
import { type IncidentBrief, REPORTINGS } from '../../src/domain/incident';
import { type Person } from '../../src/domain/people';
import {
  holdingOf,
  mayReadIncident,
  mayReadTask,
  visibleIncidents,
  withoutUnseen,
} from '../../src/policy/visible-incidents';
import { aCase, aConsent, anAction } from '../builders/cases';
import { actionId, agencyId, day, personId } from '../builders/ids';
import { anIncident, incidentId } from '../builders/learning';
import { aCoordinator, aMember, aPerson } from '../builders/people';
import { casesFor, CIRCUMSTANCES, NOW } from './proof/cases';
import { consentsFrom } from './proof/consents';
import { AGENCIES, EVERYONE, type Reader } from './proof/readers';

const ENDS = ['declined', 'consent-refused', 'withdrawn', 'concluded', 'referral-withdrawn'];

type Looking = { readonly kase: Case; readonly incident: IncidentBrief };

const worksOnIt = ({ person, is }: Reader, kase: Case): boolean => {
  const sentIt = is.includes('author') && kase.origin === person.agency;
  const sits = person.roles.includes('member') && person.seat !== undefined && kase.presented;
  return sentIt || sits || person.roles.includes('coordinator');
};

const isOpenedTo = (agency: string, { kase, incident }: Looking): boolean => {
  if (!['mapping', 'active'].includes(kase.state) || !('consent' in kase)) return false;
  const { givenOn, until, grants } = kase.consent;
  const ways = grants.map(({ group, from, to }) => `${group}:${from}>${to}`);
  return givenOn <= NOW.today && NOW.today <= until && ways.includes(`E:${incident.agency}>${agency}`);
};

/** domain.md §10 said a second time; it knows nothing of the program's functions. */
const learns = (reader: Reader, looking: Looking): boolean => {
  const { agency, removedOn } = reader.person;
  const { kase, incident } = looking;
  const shutOut = kase.disqualified.some(({ person }) => person === reader.person.id);
  if (removedOn !== undefined || shutOut || !worksOnIt(reader, kase)) return false;
  if (agency === incident.agency) return true;
  if (incident.reporting === 'reported') return !ENDS.includes(kase.state);
  return isOpenedTo(agency, looking);
};

/** Every incident that could be: at each agency, in each way of being reported. */
const INCIDENTS = AGENCIES.flatMap(({ id }) =>
  REPORTINGS.map(reporting => anIncident({ id: incidentId(`${id} ${reporting}`), agency: id, reporting })),
);

const withConsents = (kase: Case): readonly Case[] =>
  'consent' in kase && kase.state !== 'submitted'
    ? consentsFrom(kase.origin).map(([, consent]) => ({ ...kase, consent }))
    : [kase];

const casesOf = (reader: Reader): readonly Case[] =>
  CIRCUMSTANCES.filter(({ agenda }) => agenda === 'none').flatMap(like =>
    casesFor(reader, agencyId('sosiale-tjenester'), { like, states: CASE_STATES }).flatMap(withConsents),
  );

/** What the program says otherwise than the oracle; and how often each answer was given. */
const compared = (reader: Reader) =>
  casesOf(reader).flatMap(kase =>
    INCIDENTS.map(incident => {
      const should = learns(reader, { kase, incident });
      const said = mayReadIncident(reader.person, kase, { incident, today: NOW.today });
      return { should, wrong: said === should ? [] : [`${kase.state}: ${incident.agency}`] };
    }),
  );

describe('mayReadIncident', () => {
  it.each(EVERYONE.map(reader => [`${reader.kind} of ${reader.person.agency}`, reader] as const))(
    'says of the %s what the oracle says, in every state, under every consent',
    (_, reader) => {
      expect(compared(reader).flatMap(({ wrong }) => wrong)).toEqual([]);
    },
  );

  it('is asked of enough that each answer counts', () => {
    const answers = EVERYONE.flatMap(reader => compared(reader).map(({ should }) => should));

    expect(answers.filter(should => should).length).toBeGreaterThan(10_000);
    expect(answers.filter(should => !should).length).toBeGreaterThan(10_000);
  });
});

const TODAY = day('2026-12-04');
const TASK = anAction({ title: 'follow-up-incident', owner: personId('kollega') });
const considered = anIncident({ action: TASK.id });
const other = anAction({ id: actionId('other'), title: 'arrange-meeting' });
const kase = (state: CaseState, over: object = {}): Case =>
  aCase<CaseState>({
    state,
    presented: true,
    incidents: [considered],
    actions: [briefOf(TASK), briefOf(other)],
    ...over,
  });
const titles = (reader: Person, of: Case) =>
  withoutUnseen(reader, of, TODAY).actions.map(({ title }) => title);

describe('withoutUnseen', () => {
  it.each([
    ['the coordinator', aCoordinator()],
    ['a member of another agency', aMember()],
    ['the police', aMember({ agency: agencyId('innsatsgruppen'), partner: 'politi' })],
  ])('leaves neither the incident nor its task to %s', (_, reader) => {
    const seen = withoutUnseen(reader, kase('ready-for-review'), TODAY);

    expect(seen.incidents).toEqual([]);
    expect(titles(reader, kase('ready-for-review'))).toEqual(['arrange-meeting']);
  });

  it('leaves both to the agency where it happened', () => {
    const colleague = aMember({ agency: agencyId('sosiale-tjenester') });

    expect(withoutUnseen(colleague, kase('ready-for-review'), TODAY)).toEqual(kase('ready-for-review'));
  });

  it('leaves its owner and stand-in the task, and an owner no incident', () => {
    const owner = aPerson({ id: personId('kollega'), roles: [], agency: agencyId('kronstad-dps') });

    const seen = withoutUnseen(owner, kase('ready-for-review'), TODAY);

    expect(seen.incidents).toEqual([]);
    expect(titles(owner, kase('ready-for-review'))).toEqual(['follow-up-incident', 'arrange-meeting']);
    expect(
      mayReadTask(aMember(), kase('active'), {
        task: { ...briefOf(TASK), standIn: aMember().id },
        today: TODAY,
      }),
    ).toBe(true);
  });

  it('shows both to whom the consent opens what the police and justice know', () => {
    const consent = aConsent({
      grants: [{ group: 'E', from: agencyId('sosiale-tjenester'), to: agencyId('kronstad-dps') }],
    });

    expect(titles(aMember(), kase('active', { consent }))).toEqual(['follow-up-incident', 'arrange-meeting']);
    expect(titles(aCoordinator(), kase('active', { consent }))).toEqual(['arrange-meeting']);
  });

  it.each([
    ['the incident is followed by a newer task', { incidents: [anIncident({ action: actionId('newer') })] }],
    ['its incident is erased', { incidents: undefined }],
  ])('leaves the task to its owner and stand-in alone where %s', (_, over) => {
    const standIn = aPerson({ id: personId('vikar'), roles: [], agency: agencyId('sosiale-tjenester') });
    const owner = aPerson({ id: personId('kollega'), roles: [], agency: agencyId('sosiale-tjenester') });
    const actions = [briefOf({ ...TASK, standIn: standIn.id }), briefOf(other)];
    const { incidents: __, ...quiet } = kase('concluded', { actions });
    const old: Case = { ...quiet, ...(over.incidents === undefined ? {} : { incidents: over.incidents }) };

    for (const reader of [aCoordinator(), aMember(), aMember({ agency: agencyId('sosiale-tjenester') })])
      expect(titles(reader, old)).toEqual(['arrange-meeting']);
    for (const reader of [owner, standIn])
      expect(titles(reader, old)).toEqual(['follow-up-incident', 'arrange-meeting']);
  });

  it('gives back the very case where nothing ever happened', () => {
    const quiet = aCase({ actions: [briefOf(other)] });

    expect(withoutUnseen(aMember(), quiet, TODAY)).toBe(quiet);
  });
});

describe('visibleIncidents', () => {
  it('is none where there are none', () => {
    expect(visibleIncidents(aCoordinator(), aCase(), TODAY)).toEqual([]);
  });
});

describe('holdingOf', () => {
  it('is police and justice, of the agency where it happened', () => {
    expect(holdingOf(considered)).toEqual({ origin: 'sosiale-tjenester', section: 'E' });
  });
});
