import { z } from 'zod';
import { retriedCard } from '../../cards/retried';
import { OutboxId } from '../../ids';
import { type Deps } from '../deps';
import { changes, type Handler } from '../handler';
import { refusedOr } from '../refused';

const OfEntry = z.object({ entryId: OutboxId });

export const onRetryMessage = ({ does }: Deps): Handler =>
  changes(OfEntry, async ({ asked, d }, { entryId }) =>
    refusedOr(d, await does.retryMessage({ ...asked, entryId }), () => retriedCard(d)),
  );
