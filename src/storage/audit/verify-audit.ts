import { type Container } from '@azure/cosmos';
import { type LyingChain, type Rules } from '../../audit/verify-chain';
import { readAnchors, type Seen, type Verdict, verify, verifySingles } from '../../audit/verify';
import { spellCode } from '../../domain/code';
import { type CaseId } from '../../domain/ids';
import { DRAFT_DAYS } from '../../domain/draft';
import { type Instant, plusMs } from '../../domain/time';
import { type Anchors } from '../../use-cases/ports/anchors';
import { asAnchor } from '../anchors/anchor-text';
import { sealOf } from '../anchors/anchoring';
import { type Place } from '../client';
import { CONTAINERS } from '../containers';
import { codeKey } from '../cosmos-pointers';
import { DRAFT_ID } from '../documents/draft-document';
import { toPointer } from '../documents/pointer-document';
import { casePartition } from '../documents/stored';
import { CaseId as CaseIdSchema } from '../../ids';
import { type Secrets } from '../sealing/secrets';
import { eventsAbout, partitionsIn, readChain } from './read-chains';

export type Audited = Place & {
  readonly secrets: Pick<Secrets, 'auditDigest' | 'sign' | 'verifies'>;
  readonly anchors: Pick<Anchors, 'all'>;
  readonly now: Instant;
};

const DAY_MS = 86_400_000;
/** Only drafts have an end of their own. */
const mayBeGone: Rules['mayBeGone'] = (id, at, until) =>
  id === DRAFT_ID && plusMs(at, DRAFT_DAYS * DAY_MS) <= until;

const workOf = ({ client, database }: Place): Container =>
  client.database(database).container(CONTAINERS.work.id);

async function* anchorsIn({ anchors }: Audited) {
  for await (const lying of anchors.all(new AbortController().signal)) yield asAnchor(lying);
}

async function* chainsIn(audited: Audited, partitions: readonly string[]): AsyncGenerator<LyingChain> {
  for (const partition of partitions)
    yield await readChain(workOf(audited), partition, audited.secrets.auditDigest);
}

/** Undefined when no case has this code. */
const caseOf = async ({ client, database }: Place, typed: string): Promise<CaseId | undefined> => {
  const code = spellCode(typed);
  if (code === undefined) return undefined;
  const key = codeKey(code);
  const index = client.database(database).container(CONTAINERS.index.id);
  const { resource }: { readonly resource?: unknown } = await index.item(key, key).read();
  return resource === undefined ? undefined : CaseIdSchema.parse(toPointer(resource).target);
};

type Limited = {
  readonly audited: Audited;
  readonly caseId: CaseId;
  readonly seen: Seen;
  readonly rules: Rules;
};

/** The events of whoever read the case, or was refused; they lie in chains of their own. */
const withReaders = async (verdict: Verdict, { audited, caseId, seen, rules }: Limited): Promise<Verdict> => {
  const { events, unreadable } = await eventsAbout(workOf(audited), caseId);
  const [first] = unreadable;
  if (verdict.wrong === undefined && first !== undefined)
    return { ...verdict, wrong: `${first} is not an event` };
  const lying = events.filter(({ event }) => event.partition !== casePartition(caseId));
  return verifySingles(verdict, { lying, seen, rules });
};

const NO_CASE = 'No case has this code.';

/** Checks the whole audit, or, with a code, what concerns one case. Reads only. Throws when there is no such case. */
export const verifyAudit = async (audited: Audited, code?: string): Promise<Verdict> => {
  const { secrets, now } = audited;
  const rules = { digest: secrets.auditDigest, mayBeGone, now };
  const anchors = await readAnchors(anchorsIn(audited), sealOf(secrets));
  const again = (partition: string): Promise<LyingChain> =>
    readChain(workOf(audited), partition, secrets.auditDigest);
  const check = (partitions: readonly string[]): Promise<Verdict> =>
    verify({ chains: chainsIn(audited, partitions), anchors, rules, again });
  if (code === undefined) {
    const all = new Set([...(await partitionsIn(workOf(audited))), ...anchors.seen.keys()]);
    return check([...all].sort());
  }
  const caseId = await caseOf(audited, code);
  if (caseId === undefined) throw new Error(NO_CASE);
  const verdict = await check([casePartition(caseId)]);
  return withReaders(verdict, { audited, caseId, seen: anchors.seen, rules });
};
