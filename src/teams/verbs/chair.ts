import { chairForm } from '../../cards/chair-form';
import { minutesCard } from '../../cards/minutes';
import { PersonId } from '../../ids';
import { type Deps } from '../deps';
import { changes, type Handler, reads } from '../handler';
import { refusedOr } from '../refused';
import { OfMeeting } from '../submissions';

export const onStartNameChair = ({ does }: Deps): Handler =>
  reads(OfMeeting, async ({ asked, d }, { meetingId }) =>
    refusedOr(d, await does.startNameChair({ ...asked, meetingId }), choosing => chairForm(d, choosing)),
  );

export const onNameChair = ({ does }: Deps): Handler =>
  changes(OfMeeting.extend({ chair: PersonId }), async ({ asked, d }, { meetingId, chair }) =>
    refusedOr(d, await does.nameChair({ ...asked, meetingId, chair }), opened => minutesCard(d, opened)),
  );
