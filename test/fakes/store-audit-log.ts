import { type AuditEvent } from '../../src/audit/event';
import { isLook, type Look } from '../../src/domain/look';
import { type Showing } from '../../src/domain/showing';
import { type Instant } from '../../src/domain/time';
import { type AuditLog, type LogPage } from '../../src/use-cases/ports/audit-log';
import { type StoreState, turn } from './store-state';

const lookOf = ({ at, commandId, by, ...event }: AuditEvent): readonly Look[] => {
  const { person, agency } = by;
  const { operation, subject, caseId, disclosed, allowed, rule } = event;
  if (person === 'system' || event.partition !== `person:${person}`) return [];
  const look = { place: `${at}/${commandId}`, at, person, operation, subject, disclosed, allowed, rule };
  return [{ ...look, ...(agency && { agency }), ...(caseId && { caseId }) }];
};

const paged = (looks: readonly Look[], { most, before = '~', since }: LogPage): readonly Look[] =>
  looks
    .filter(look => isLook(look) && look.place < before && look.place >= (since ?? ''))
    .toSorted((one, other) => (one.place < other.place ? 1 : -1))
    .slice(0, most);

const showingsIn = ({
  at,
  by: { person },
  operation,
  where: through,
  caseId,
  consent,
  allowed,
  disclosed,
  partition,
}: AuditEvent): readonly Showing[] => {
  if (through === undefined || person === 'system') return [];
  const kind = partition.startsWith('person:') ? 'look' : 'change';
  const of = allowed && caseId !== undefined ? { caseId } : {};
  return [
    { person, at, through, operation, kind, disclosed, ...of, ...(consent === undefined ? {} : { consent }) },
  ];
};

/** The logs over everything that was recorded in memory. */
export const fakeAuditLog = (state: StoreState): AuditLog => {
  const shown = (isMeant: (showing: Showing) => boolean, since: Instant) =>
    state.events
      .flatMap(({ event }) => showingsIn(event))
      .filter(showing => showing.at >= since && isMeant(showing));
  const looks = () => state.events.flatMap(({ event }) => lookOf(event));
  return {
    byPerson: async (person, page, within) => {
      await turn(within);
      return paged(
        looks().filter(look => look.person === person),
        page,
      );
    },
    byCase: async (caseId, page, within) => {
      await turn(within);
      return paged(
        looks().filter(look => look.caseId === caseId),
        page,
      );
    },
    showingsOf: async (caseId, since, within) => {
      await turn(within);
      return shown(showing => showing.caseId === caseId, since);
    },
    showingsTo: async (person, since, within) => {
      await turn(within);
      return shown(showing => showing.kind === 'look' && showing.person === person, since);
    },
  };
};
