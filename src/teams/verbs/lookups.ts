import { z } from 'zod';
import { accessLogCard } from '../../cards/access-log';
import { fileOfferCard } from '../../cards/file-offer';
import { lookupsCard } from '../../cards/lookups';
import { caseOf, OfCode } from '../by-code';
import { type Deps } from '../deps';
import { type Handler, reads } from '../handler';
import { refusedOr } from '../refused';
import { given, OfCase } from '../submissions';

/** Where a row stands in a log: its moment and its id. */
const Place = z.string().regex(/^[\dT:.-]{23}Z\/[\da-f]{64}$/);
const Before = z.object({ before: Place.optional() });

export const onListMyLookups = ({ does }: Deps): Handler =>
  reads(Before, async ({ asked, d }, before) =>
    refusedOr(d, await does.listMyLookups({ ...asked, ...given(before) }), mine => lookupsCard(d, mine)),
  );

/** From the case by its id; by its code from what somebody wrote. */
const OneCase = z.union([OfCase.extend(Before.shape), OfCode]);

export const onOpenAccessLog = ({ does, world }: Deps): Handler =>
  reads(OneCase, async ({ asked, d }, data) => {
    const wanted =
      'code' in data
        ? { caseId: await caseOf(world, asked, data.code), typed: data.code }
        : { caseId: data.caseId, ...given({ before: data.before }) };
    return refusedOr(d, await does.openAccessLog({ ...asked, ...wanted }), log => accessLogCard(d, log));
  });

export const onExportAccessLog = ({ does, publicUrl }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.exportAccessLog({ ...asked, caseId }), ({ token, ...offer }) =>
      fileOfferCard(d, { ...offer, url: `${publicUrl()}/files/${token}`, back: 'open-access-log' }),
    ),
  );
