import { EMPTY_CHAIN } from '../../src/audit/event';
import { type Action, briefOf } from '../../src/domain/action';
import { type AgendaItem } from '../../src/domain/agenda';
import { type Case } from '../../src/domain/case';
import { type Revealed } from '../../src/domain/content';
import { type Draft } from '../../src/domain/draft';
import { type Gap } from '../../src/domain/gap';
import { type Group, type Section } from '../../src/domain/groups';
import { type IncidentBrief, type IncidentWhat } from '../../src/domain/incident';
import { type Meeting } from '../../src/domain/meeting';
import { reviewBy, type Sharing } from '../../src/domain/sharing';
import { type Instant } from '../../src/domain/time';
import { useCasesIn } from '../../src/use-cases/all';
import { type Asked } from '../../src/use-cases/asked';
import { type PersonFile } from '../../src/use-cases/ports/people';
import { type World } from '../../src/use-cases/world';
import { aCase, aSharing } from '../builders/cases';
import { agencyId, commandId, day, personId, seatId } from '../builders/ids';
import { aCoordinator, aMember, anAdmin, accountOf, aPerson } from '../builders/people';
import { aContent } from '../builders/referrals';
import { type FakeWorld, fakeWorld, inTime } from '../fakes/fake-world';
import { boxes } from '../fakes/store-cases';
import { nextVersion } from '../fakes/store-state';

export const AUTHOR = personId('innmelder');
export const COORDINATOR = personId('koordinator');
export const STAND_IN = personId('vara-koordinator');
export const OWNER = personId('ansvarlig');
export const LEADER = personId('leder');
export const ORIGIN = agencyId('sosiale-tjenester');

const police = { agency: agencyId('innsatsgruppen'), partner: 'politi', seat: seatId('politi') } as const;

/** The directory: everyone a test lets ask. The colleague has the author's agency, role and service, and no more. */
const enrolled = ({ enrol }: FakeWorld) => ({
  author: enrol(aPerson()),
  colleague: enrol(aPerson({ id: personId('kollega'), name: 'Kollega, MO-senter' })),
  coordinator: enrol(aCoordinator()),
  standIn: enrol(aCoordinator({ id: STAND_IN, name: 'Vara, Sent ute-koordinator' })),
  gone: enrol(aCoordinator({ id: personId('sluttet'), name: 'Sluttet', removedOn: day('2026-12-01') })),
  member: enrol(aMember()),
  chair: enrol(aMember({ id: personId('moteleder'), name: 'Møteleder', ...police })),
  owner: enrol(aPerson({ id: OWNER, name: 'Ansvarlig', roles: [] })),
  admin: enrol(anAdmin()),
  leader: enrol(aPerson({ id: LEADER, name: 'Leder, MO-senter', roles: ['leader'] })),
});

type Sealed = { readonly detail?: string; readonly remindAt?: Instant; readonly detailFrom?: typeof ORIGIN };

const putting = (world: FakeWorld) => {
  const { inside } = world;
  const filed = () => ({ head: EMPTY_CHAIN, version: nextVersion(inside) });
  return {
    putCase: (kase: Case, revealed: Revealed = []): Case => {
      inside.cases.set(kase.id, { kase, sealed: boxes(revealed, 1), ...filed() });
      return kase;
    },
    putTask: (action: Action, { detail, remindAt, detailFrom = ORIGIN }: Sealed = {}): Action => {
      const section: Group = action.detailIn ?? 'C';
      const sealed = detail && { origin: detailFrom, section, revision: 1, box: detail };
      const version = nextVersion(inside);
      inside.actions.set(`${action.caseId}/${action.id}`, {
        action,
        version,
        ...(sealed && { detail: sealed }),
        ...(remindAt && { remindAt }),
      });
      return action;
    },
    putSharing: (kase: Case, sharing: Sharing, { reason = 'Trussel i kveld' } = {}): Sharing => {
      const { id: sharingId, from } = sharing;
      const whileOpen = sharing.review ? {} : { reviewFrom: from, reviewBy: reviewBy(sharing) };
      inside.sharings.set(`${kase.id}/${sharingId}`, {
        ...{ caseId: kase.id, sharingId, version: nextVersion(inside), ...whileOpen },
        reason: { origin: from, section: 'reason', revision: 1, box: reason },
      });
      return sharing;
    },
    putGap: (gap: Gap): Gap => {
      inside.gaps.set(gap.id, { gap, ...filed() });
      return gap;
    },
    putIncident: (kase: Case, incident: IncidentBrief, what: IncidentWhat): IncidentBrief => {
      inside.incidents.set(`${kase.id}/${incident.id}`, {
        ...{ caseId: kase.id, incidentId: incident.id },
        what: { origin: incident.agency, section: 'E', revision: 1, box: JSON.stringify(what) },
      });
      return incident;
    },
    putItem: (item: AgendaItem): AgendaItem => {
      inside.items.set(`${item.caseId}/${item.meetingId}`, { item, version: nextVersion(inside) });
      return item;
    },
    putMeeting: (meeting: Meeting): Meeting => {
      inside.meetings.set(meeting.id, { meeting, ...filed() });
      return meeting;
    },
    putDraft: (draft: Draft): Draft => {
      inside.drafts.set(draft.id, { draft, storedAt: inside.now, ...filed() });
      return draft;
    },
  };
};

type As = { readonly command?: string; readonly within?: AbortSignal; readonly at?: Instant };

/** Every port in memory, a directory, and every use case joined to them. */
export const aHouse = (over: Parameters<typeof fakeWorld>[0] = {}) => {
  const world = fakeWorld(over);
  const who = enrolled(world);
  const ask = (
    name: keyof typeof who,
    { command = 'command', within = inTime(), at = world.inside.now }: As = {},
  ): Asked => ({
    commandId: commandId(command),
    by: who[name],
    account: accountOf(who[name].person),
    at,
    within,
  });
  return { ...world, ...putting(world), who, ask, does: useCasesIn(world) };
};
export type House = ReturnType<typeof aHouse>;
export type Who = keyof House['who'];

const HELD: readonly Section[] = ['C', 'D', 'E', 'F', 'summary', 'contact'];
/** A referral with nothing but its eight answers and a few ticks, sealed under its author's agency. */
export const SEALED: Revealed = [{ origin: ORIGIN, content: aContent() }];
export const heldBy = (origin: typeof ORIGIN, sections: readonly Section[] = HELD) =>
  sections.map(section => ({ origin, section }));

/** A case that was sent in by the author, with its content sealed; in any state. */
export const putReferral = (house: House, over: Parameters<typeof aCase>[0] = {}): Case =>
  house.putCase(aCase({ holdings: heldBy(ORIGIN), ...over }), SEALED);

/** Sent in by the author, and shared with the member for an hour from noon, in danger. */
export const putShared = (
  house: House,
  { over = {}, kase = {} }: { readonly over?: Partial<Sharing>; readonly kase?: object } = {},
): Sharing => {
  const shared = aSharing({
    from: ORIGIN,
    by: AUTHOR,
    to: [personId('medlem-dps')],
    groups: ['C', 'F'],
    ...over,
  });
  return house.putSharing(putReferral(house, { sharings: [shared], ...kase }), shared);
};

/** A task in a case that remembers it. */
export const putTaskIn = (
  house: House,
  { kase, action }: { readonly kase: Case; readonly action: Action },
  sealed: Sealed = {},
): Action => {
  house.putCase({ ...kase, actions: [briefOf(action)] }, SEALED);
  return house.putTask(action, sealed);
};

/** Everything that is kept, without versions and chains: what a refusal must leave as it was. */
export const keptIn = ({ inside }: FakeWorld) =>
  JSON.stringify({
    cases: [...inside.cases.values()].map(({ kase, sealed, clockAt }) => ({ kase, sealed, clockAt })),
    drafts: [...inside.drafts.values()].map(({ draft }) => draft),
    items: [...inside.items.values()].map(({ item, rationale }) => ({ item, rationale })),
    actions: [...inside.actions.values()].map(({ version: _, ...kept }) => kept),
    sharings: [...inside.sharings.values()].map(({ version: _, ...kept }) => kept),
    consents: [...inside.consents.values()],
    contributions: [...inside.contributions.values()].map(({ version: _, ...kept }) => kept),
    plans: [...inside.plans.values()],
    meetings: [...inside.meetings.values()].map(({ meeting }) => meeting),
    minutes: [...inside.minutes.values()],
    gaps: [...inside.gaps.values()].map(({ gap }) => gap),
    incidents: [...inside.incidents.values()],
    people: [...inside.people.values()].map(({ person }) => person),
    codes: [...inside.codes],
    numbers: [...inside.numbers],
    outbox: [...inside.outbox.values()].map(({ entry, state }) => ({ entry, state })),
  });

/** What lies sealed in the case, opened without asking anybody. */
export const sealedIn = ({ inside }: FakeWorld, id: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    (inside.cases.get(id)?.sealed ?? []).map(({ origin, section, box }) => [
      `${origin}/${section}`,
      JSON.parse(box) as unknown,
    ]),
  );

export const caseIn = ({ inside }: FakeWorld, id: string): Case | undefined => inside.cases.get(id)?.kase;

/** Somebody else saved everything anew: whatever was read before is old. */
export const touch = ({ inside }: FakeWorld): void => {
  const renewed = <T extends { readonly version: PersonFile['version'] }>(kept: Map<string, T>): void => {
    kept.forEach((one, key) => kept.set(key, { ...one, version: nextVersion(inside) }));
  };
  renewed(inside.cases);
  renewed(inside.drafts);
  renewed(inside.items);
  renewed(inside.actions);
  renewed(inside.sharings);
  renewed(inside.meetings);
  renewed(inside.gaps);
  renewed(inside.people);
};

/** The same world, in which `act` happens just before a save: before the first one, unless `always`. */
export const interrupted = (world: World, act: () => void, always = false): World => {
  let acted = false;
  const after =
    <Args extends readonly unknown[], Answer>(save: (...args: Args) => Promise<Answer>) =>
    (...args: Args): Promise<Answer> => {
      if (always || !acted) act();
      acted = true;
      return save(...args);
    };
  const { cases, drafts, gaps, meetings, people } = world;
  return {
    ...world,
    cases: { ...cases, commit: after(cases.commit) },
    drafts: {
      ...drafts,
      save: after(drafts.save),
      submit: after(drafts.submit),
      remove: after(drafts.remove),
    },
    gaps: { ...gaps, commit: after(gaps.commit) },
    meetings: { ...meetings, commit: after(meetings.commit) },
    people: { ...people, save: after(people.save) },
  };
};

/** The same world, which remembers what was asked of its ports, in order. */
export const counted = (world: World) => {
  const calls: string[] = [];
  const listening = <Port extends object>(name: string, port: Port): Port =>
    new Proxy(port, {
      get: (target, key, receiver): unknown => {
        calls.push(`${name}.${String(key)}`);
        return Reflect.get(target, key, receiver);
      },
    });
  const heard: World = {
    ...world,
    cases: listening('cases', world.cases),
    drafts: listening('drafts', world.drafts),
    pointers: listening('pointers', world.pointers),
    people: listening('people', world.people),
    gaps: listening('gaps', world.gaps),
    meetings: listening('meetings', world.meetings),
    outbox: listening('outbox', world.outbox),
  };
  return { world: heard, calls };
};
