import { type Posted } from '../../src/domain/posted';
import { err, ok, type Result } from '../../src/result';
import { type Letter, type Messenger, type SendFailure } from '../../src/use-cases/ports/messenger';
import { type Within } from '../../src/use-cases/ports/common';
import { aReference } from '../builders/outbox';
import { asking } from './asking';
import { type Attempt, type Replica, type Sim } from './sim';

/** Teams as it is for everybody: who has the app, and which messages stand. */
export type SimTeams = {
  readonly withoutApp: Set<string>;
  readonly standing: Set<string>;
  messages: number;
};
export const simTeams = (): SimTeams => ({ withoutApp: new Set(), standing: new Set(), messages: 0 });

type Answer = Result<Posted, SendFailure>;

const refused = (sim: Sim): SendFailure | undefined => {
  const refusal = sim.plan.refusal();
  if (refusal === undefined) return undefined;
  if (refusal === 'unavailable') return { kind: 'unavailable' };
  return sim.random.chance(0.5)
    ? { kind: 'throttled' }
    : { kind: 'throttled', retryAfterMs: sim.random.below(20_000) };
};

/** The lease as it lies in the database now: who may send. */
const isLeader = ({ ops, time }: Sim, { name }: Replica): boolean => {
  const lease = ops.read({ id: 'lease', pk: 'lease' });
  const until = lease?.['until'];
  return lease?.['holder'] === name && typeof until === 'string' && Date.parse(until) > time.now();
};

const begun = (sim: Sim, replica: Replica, { id, message }: Letter): Attempt => {
  if (!isLeader(sim, replica)) sim.wrongs.push(`unfenced: ${replica.name} sends ${id} without the lease`);
  const attempt: Attempt = {
    ...{ entry: id, replica: replica.name, message, begun: sim.time.now() },
    ...{ afterRequest: replica.lastRequest, arrived: 0, isHit: false },
  };
  sim.attempts.push(attempt);
  replica.attempts.set(id, attempt);
  return attempt;
};

/** The way of one replica to Teams. An answer that never came is unclear, or a port that throws. */
export const messengerOf = (sim: Sim, replica: Replica, teams: SimTeams): Messenger => {
  const ask = asking(sim, replica);
  const arrives = (attempt: Attempt, conversationId: string): Answer => {
    attempt.arrived += 1;
    teams.messages += 1;
    const activityId = `activity-${teams.messages.toString()}`;
    teams.standing.add(activityId);
    sim.trace(`        arrives: ${attempt.message.kind} ${attempt.entry.slice(0, 6)} by ${replica.name}`);
    return ok({ activityId, conversationId });
  };
  type Sending = { readonly letter: Letter; readonly where: string; readonly editing?: string };
  const send = async ({ letter, where, editing }: Sending, within: Within): Promise<Answer> => {
    const attempt = begun(sim, replica, letter);
    const effect = (): Answer => {
      const refusal = refused(sim);
      if (refusal !== undefined) return err(refusal);
      if (editing !== undefined && !teams.standing.has(editing)) return err({ kind: 'gone' });
      return arrives(attempt, where);
    };
    try {
      const answer = await ask({ name: 'send', effect, within, entry: letter.id });
      if (!answer.ok) replica.attempts.delete(letter.id);
      return answer;
    } catch (fault) {
      replica.attempts.delete(letter.id);
      if (sim.random.chance(0.3)) throw fault;
      return err({ kind: 'ambiguous' });
    }
  };
  return {
    toPerson: ({ reference }, letter, within) => send({ letter, where: reference.conversationId }, within),
    toChannel: ({ conversationId }, letter, within) => send({ letter, where: conversationId }, within),
    edit: ({ posted }, letter, within) =>
      send({ letter, where: posted.conversationId, editing: posted.activityId }, within),
    editChat: ({ posted }, letter, within) =>
      send({ letter, where: posted.conversationId, editing: posted.activityId }, within),
    openChat: async ({ id }, _, within) => {
      const effect = (): ReturnType<typeof refused> =>
        refused(sim) ?? (teams.withoutApp.has(id) ? { kind: 'gone' } : undefined);
      const failure = await ask({ name: 'openChat', effect, within }).catch(() => ({
        kind: 'ambiguous' as const,
      }));
      return failure === undefined ? ok(aReference({ conversationId: `chat ${id}` })) : err(failure);
    },
  };
};
