import { type AgendaItem } from '../domain/agenda';
import { currentOf, type Meeting } from '../domain/meeting';
import { button } from './button';
import { note } from './parts';
import { type SharedDrawing } from './shared-drawing';
import { type Data } from './template';

type Agenda = { readonly meeting: Meeting; readonly items: readonly AgendaItem[] };

/** What the group speaks of now, at the top of the channel, with the private view one press away. */
export const upInChannel = ({ t, id }: SharedDrawing, { meeting, items }: Agenda): Data => {
  const up = items.filter(({ caseId }) => caseId === currentOf(meeting));
  return {
    notes: up.map(({ number, code }) =>
      note({ style: 'accent', title: t.meeting.now(t.agenda.item.eyebrow(number, code)) }),
    ),
    actions: up.map(({ caseId, meetingId }) =>
      button(t.common.openCase, { verb: 'open-item', caseId, meetingId, nonce: id }, { primary: true }),
    ),
  };
};
