import { aCase } from '../builders/cases';
import { caseId, outboxId } from '../builders/ids';
import { anEntry } from '../builders/outbox';
import { addEntry, keepEntry } from '../fakes/store-state';
import { type House } from '../use-cases/asking';
import { type GoodPress } from './good-press';

const deadLetter = (house: House): void => {
  const { inside } = house;
  house.putCase(aCase());
  addEntry(inside, `case:${caseId()}`, anEntry());
  const [kept] = inside.outbox.values();
  if (kept !== undefined) keepEntry(inside, { ...kept, state: 'dead' });
};

/** A good press of every verb that keeps the messages going. */
export const OPERATING: Readonly<Record<string, GoodPress>> = {
  'retry-message': {
    by: 'coordinator',
    given: deadLetter,
    data: { entryId: outboxId() },
    changes: true,
  },
};
