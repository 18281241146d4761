import { z } from 'zod';
import { declaredCard, disqualificationForm, disqualifiedOtherCard } from '../../cards/disqualification';
import { DISQUALIFICATION_REASONS } from '../../domain/disqualification';
import { PersonId } from '../../ids';
import { type Deps } from '../deps';
import { changes, type Handler, reads } from '../handler';
import { refusedOr } from '../refused';
import { OfCase, OfItem } from '../submissions';

export const onDeclareDisqualified = ({ does }: Deps): Handler =>
  changes(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.declareDisqualified({ ...asked, caseId }), kase => declaredCard(d, { kase })),
  );

export const onStartDisqualification = ({ does }: Deps): Handler =>
  reads(OfItem, async ({ asked, d }, item) =>
    refusedOr(d, await does.startDisqualification({ ...asked, ...item }), ({ kase, people }) =>
      disqualificationForm(d, { kase, meetingId: item.meetingId, people }),
    ),
  );

const Declared = OfItem.extend({ person: PersonId, reason: z.enum(DISQUALIFICATION_REASONS) });

export const onDisqualifyOther = ({ does }: Deps): Handler =>
  changes(Declared, async ({ asked, d }, { person, reason, ...item }) =>
    refusedOr(d, await does.disqualifyOther({ ...asked, ...item, person, reason }), kase =>
      disqualifiedOtherCard(d, { kase, person }),
    ),
  );
