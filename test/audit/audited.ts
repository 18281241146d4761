import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Container } from '@azure/cosmos';
import { z } from 'zod';
import { type AuditEvent } from '../../src/audit/event';
import { type Verdict } from '../../src/audit/verify';
import { plusMs } from '../../src/domain/time';
import { anchoringIn } from '../../src/storage/anchors/anchoring';
import { fileAnchors } from '../../src/storage/anchors/file-anchors';
import { verifyAudit } from '../../src/storage/audit/verify-audit';
import { makeAnchor } from '../../src/use-cases/make-anchor';
import { type Anchors } from '../../src/use-cases/ports/anchors';
import { aCase, anAction, anItem } from '../builders/cases';
import { agencyId, caseCode, caseId, commandId, meetingId, NOON, personId } from '../builders/ids';
import { aMeeting } from '../builders/meetings';
import { aFact } from '../builders/outbox';
import { aCoordinator, aPerson } from '../builders/people';
import { aDraft } from '../builders/referrals';
import { givenCase, givenDraft, givenPerson, soon, there } from '../storage/given';
import { openEmbedded, type WiredLab } from '../storage/lab';

const Lying = z.looseObject({ id: z.string(), pk: z.string(), type: z.string() });
/** A document as the database's owners see it. */
export type Lying = z.infer<typeof Lying>;

const fact = (name: string) => aFact({ commandId: commandId(name), operation: 'mark-urgent' });
const look = (name: string) =>
  aFact({
    commandId: commandId(name),
    operation: 'open-case',
    by: { person: personId('koordinator'), roles: ['coordinator'] },
    disclosed: [{ origin: agencyId('sosiale-tjenester'), section: 'C' }],
  });

export const CASE = `case:${caseId()}`;
export const OTHER = `case:${caseId('other')}`;
export const READER = `person:${personId('koordinator')}`;
export const DELETED = `case:${caseId('deleted')}`;
export const MEETING = `meeting:${meetingId()}`;

type Changing = { readonly name: string; readonly with?: 'item' | 'action' };

const changing =
  (lab: WiredLab) =>
  async ({ name, with: beside }: Changing): Promise<void> => {
    const file = there(await lab.cases.load(caseId(), soon()));
    const kase = { ...file.kase, urgent: !file.kase.urgent };
    const more = {
      ...(beside === 'item' ? { item: { item: anItem() } } : {}),
      ...(beside === 'action' ? { action: { action: anAction() } } : {}),
    };
    await lab.cases.commit({ file, kase, fact: fact(name), outbox: [], ...more }, soon());
  };

const looking = (lab: WiredLab) => async (name: string) => {
  const by = there(await lab.people.load(personId('koordinator'), soon()));
  await lab.people.recordLookup({ by, fact: look(name) }, soon());
};

const BETWEEN_MS = 300_000;

/** Two cases, a task, an item, a meeting, a draft that was deleted, two people, and a reader. */
const lived = async (lab: WiredLab): Promise<void> => {
  await givenPerson(lab, aPerson());
  await givenPerson(lab, aCoordinator());
  await givenCase(lab);
  await lab.pointers.claimCode(caseCode(), caseId(), soon());
  await givenCase(lab, aCase({ id: caseId('other') }));
  await changing(lab)({ name: 'one', with: 'item' });
  await changing(lab)({ name: 'two', with: 'action' });
  const file = await givenDraft(lab, aDraft({ id: caseId('deleted') }));
  await lab.drafts.remove({ file, fact: fact('delete'), outbox: [] }, soon());
  await lab.meetings.commit({ meeting: aMeeting(), fact: fact('publish'), outbox: [] }, soon());
  for (const name of ['look 1', 'look 2', 'look 3']) await looking(lab)(name);
};

/** A world whose audit is anchored so far, with what its owners can do to it. */
export type Audited = {
  readonly lab: WiredLab;
  readonly work: Container;
  readonly anchors: Anchors;
  readonly anchorsFile: string;
  readonly change: (changing: Changing) => Promise<void>;
  readonly look: (name: string) => Promise<void>;
  readonly anchor: () => Promise<number>;
  /** So many days later. */
  readonly verify: (code?: string, days?: number) => Promise<Verdict>;
  /** Everything in a partition, or in the whole container. */
  readonly lying: (partition?: string) => Promise<readonly Lying[]>;
  readonly put: (document: Lying) => Promise<void>;
  readonly drop: (document: Lying) => Promise<void>;
  /** The event at this place of a chain, as it lies. */
  readonly eventAt: (partition: string, sequence: number) => Promise<Lying & { readonly event: AuditEvent }>;
  readonly close: () => Promise<void>;
};

const Recorded = Lying.extend({ event: z.custom<AuditEvent>() });

const owning = (work: Container): Pick<Audited, 'lying' | 'put' | 'drop' | 'eventAt'> => {
  const lying: Audited['lying'] = async partition => {
    const where = partition === undefined ? {} : { partitionKey: partition };
    const { resources } = await work.items.query<unknown>('SELECT * FROM c', where).fetchAll();
    return resources.map(document => Lying.parse(document));
  };
  const drop: Audited['drop'] = async ({ id, pk }) => {
    await work.item(id, pk).delete();
  };
  return {
    lying,
    drop,
    put: async document => {
      const { statusCode } = await work.item(document.id, document.pk).read();
      if (statusCode === 200) await drop(document);
      await work.items.create({ ...document });
    },
    eventAt: async (partition, sequence) => {
      const events = (await lying(partition)).filter(({ type }) => type === 'audit');
      return there(events.map(one => Recorded.parse(one)).find(({ event }) => event.sequence === sequence));
    },
  };
};

export const openAudited = async (): Promise<Audited> => {
  const folder = mkdtempSync(join(tmpdir(), 'sent-ute-audit-'));
  const anchorsFile = join(folder, 'anchors.ndjson');
  const anchors = fileAnchors(anchorsFile);
  const lab = await openEmbedded();
  const { place, secrets } = lab;
  const making = makeAnchor(anchoringIn({ ...place, secrets, anchors }));
  const time = { passed: 0 };
  await lived(lab);
  const audited: Audited = {
    lab,
    work: lab.container('work'),
    anchors,
    anchorsFile,
    change: changing(lab),
    look: looking(lab),
    anchor: () => {
      lab.advance(BETWEEN_MS);
      time.passed += BETWEEN_MS;
      return making(plusMs(NOON, time.passed), soon());
    },
    verify: (code, days = 0) =>
      verifyAudit({ ...place, secrets, anchors, now: plusMs(NOON, days * 86_400_000) }, code),
    ...owning(lab.container('work')),
    close: async () => {
      await lab.close();
      rmSync(folder, { recursive: true });
    },
  };
  await audited.anchor();
  return audited;
};
