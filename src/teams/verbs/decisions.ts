import { z } from 'zod';
import { decisionsCard } from '../../cards/decisions';
import { type Deps } from '../deps';
import { type Handler, reads } from '../handler';
import { refusedOr } from '../refused';
import { OfCase } from '../submissions';

const Opening = OfCase.extend({ from: z.coerce.number().int().min(0).max(1_000).catch(0) });

export const onOpenDecisions = ({ does }: Deps): Handler =>
  reads(Opening, async ({ asked, d }, opening) =>
    refusedOr(d, await does.openDecisions({ ...asked, ...opening }), found => decisionsCard(d, found)),
  );
