import { archiveButtons } from './archive';
import { byHandButtons } from './agenda-by-hand';
import { type Asks, type CaseSubject } from './case-subject';
import { concludeButtons } from './conclude';
import { innspillButtons } from './contribution-view';
import { decisionsButton } from './decisions';
import { type Drawing } from './drawing';
import { gapButtons } from './gap-steps';
import { incidentButtons } from './incidents';
import { planButtons } from './plan';
import { pauseButtons } from './pause';
import { tasksButton } from './task';
import { type Card } from './template';

type Buttons = (d: Drawing, subject: CaseSubject, asks: Asks) => readonly Card[];

/** What else is done with a case, behind "…", each by who makes its card. */
const MORE: readonly Buttons[] = [
  (d, { kase }) => archiveButtons(d, kase),
  innspillButtons,
  byHandButtons,
  pauseButtons,
  concludeButtons,
  planButtons,
  (d, { kase }) => incidentButtons(d, kase),
  gapButtons,
  (d, { kase }) => decisionsButton(d, kase),
  tasksButton,
];

export const moreActions: Buttons = (d, subject, asks) => MORE.flatMap(buttons => buttons(d, subject, asks));
