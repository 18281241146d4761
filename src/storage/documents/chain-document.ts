import { z } from 'zod';
import { type ChainHead, EMPTY_CHAIN, headOf } from '../../audit/event';
import { type Within } from '../../use-cases/ports/common';
import { type Shelf } from '../database/shelf';
import { type Step } from '../database/steps';
import { SCHEMA } from './stored';

/**
 * Says that a chain was begun in this partition. A draft that was deleted, or that the database let go, takes the
 * chain's end with it; whoever writes under its id again then goes on with the chain instead of beginning another.
 */
export const chainBegun = (pk: string): Step => ({
  do: 'create',
  document: { id: 'chain', pk, schema: SCHEMA, type: 'chain' },
  ifThere: 'changed-meanwhile',
});

const Recorded = z.object({ event: z.object({ sequence: z.number(), hash: z.string() }) });

/** Where the chain of a partition ends by its events alone. */
export const endOfChain = async (shelf: Shelf, pk: string, within: Within): Promise<ChainHead> => {
  const asked = { where: 'c.type = @type', values: { type: 'audit' }, partition: pk };
  const events = await shelf.query(asked, within);
  return events
    .map(document => headOf(Recorded.parse(document).event))
    .reduce((last, head) => (head.sequence > last.sequence ? head : last), EMPTY_CHAIN);
};
