import { z } from 'zod';
import { absenceEnded, absenceForm, absenceSaved } from '../../cards/absence';
import { hoursChosen, hoursForm } from '../../cards/own-settings';
import { ABSENCE_FIELDS, DIGEST_HOURS } from '../../domain/absence';
import { LocalDate, TimeOfDay } from '../../ids';
import { type Deps } from '../deps';
import { changes, type Handler, Nothing, reads } from '../handler';
import { refusedOr } from '../refused';
import { given, texts } from '../submissions';

export const onStartHours = ({ does }: Deps): Handler =>
  reads(Nothing, async ({ asked, d }) => refusedOr(d, await does.startHours(asked), () => hoursForm(d)));

const Chosen = z.object({ hour: TimeOfDay.refine(hour => DIGEST_HOURS.includes(hour)) });
export const onChooseHours = ({ does }: Deps): Handler =>
  changes(Chosen, async ({ asked, d }, { hour }) =>
    refusedOr(d, await does.chooseHours({ ...asked, hour }), reader => hoursChosen({ ...d, reader })),
  );

export const onStartAbsence = ({ does }: Deps): Handler =>
  reads(Nothing, async ({ asked, d }) =>
    refusedOr(d, await does.startAbsence(asked), people => absenceForm(d, { people })),
  );

const Typed = z.object(texts(ABSENCE_FIELDS));
export const onSetAbsence = ({ does }: Deps): Handler =>
  changes(Typed, async ({ asked, d }, typed) => {
    const values = given(typed);
    return refusedOr(d, await does.setAbsence({ ...asked, values }), set =>
      'absence' in set ? absenceSaved(d, set.absence) : absenceForm(d, { ...set, values }),
    );
  });

export const onEndAbsence = ({ does }: Deps): Handler =>
  changes(z.object({ to: LocalDate }), async ({ asked, d }, { to }) =>
    refusedOr(d, await does.endAbsence({ ...asked, to }), reader => absenceEnded({ ...d, reader })),
  );
