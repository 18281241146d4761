import { type Case } from '../domain/case';
import { type IncidentBrief, type IncidentWhat } from '../domain/incident';
import { may } from '../policy/may';
import { isOwnIncident } from '../policy/visible-incidents';
import { button } from './button';
import { type Drawing } from './drawing';
import { headed, note, offered, privately, row } from './parts';
import { type Card, type Data, fill } from './template';
import { agencyName } from './wording';

type Seen = { readonly incident: IncidentBrief; readonly what?: IncidentWhat };
type Opened = { readonly kase: Case; readonly incidents: readonly Seen[] };

/** Ten rows to a list (design.md §3); the newest, for they matter most. */
const MOST = 10;

const newestFirst = (incidents: readonly Seen[]): readonly Seen[] =>
  incidents.toSorted((one, other) => (other.what?.on ?? '').localeCompare(one.what?.on ?? ''));

const kindOf = ({ t }: Drawing, { what }: Seen): string =>
  what === undefined ? t.incident.erased : t.incident.kinds[what.kind];

/** Only the agency where it happened changes the answer; the others read it. */
const incidentRow = (d: Drawing, kase: Case, seen: Seen): Data => {
  const { t, reader, nonce, programme } = d;
  const { incident, what } = seen;
  const settles =
    isOwnIncident(reader, incident) && may(reader, { about: 'case', ask: 'settle-incident', kase });
  const title = kindOf(d, seen);
  const look = {
    title,
    lines: [agencyName(programme, incident.agency), t.incident.reportings[incident.reporting]],
    right: what === undefined ? '' : t.shortDay(what.on),
  };
  const press = { verb: 'start-settle-incident', caseId: kase.id, incidentId: incident.id, nonce };
  return settles
    ? { ...row(look, press, t.incident.change(title)), pressable: true }
    : { ...look, pressable: false };
};

const recording = ({ t, nonce }: Drawing, { id: caseId }: Case): Card =>
  button(t.incident.another, { verb: 'start-incident', caseId, nonce }, { primary: true });

/** The incidents this reader may know of; where there is none for them it reads the same whether there is one. */
export const incidentsCard = (d: Drawing, { kase, incidents }: Opened): Card => {
  const { t, reader, nonce } = d;
  const shown = newestFirst(incidents).slice(0, MOST);
  const older = incidents.length - shown.length;
  return fill('inbox', {
    ...headed(t, {
      eyebrow: privately(t, t.common.caseOf(kase.code)),
      title: incidents.length === 0 ? t.incident.none : t.incident.listTitle(incidents.length),
      lead: older > 0 ? t.incident.more(older) : t.incident.listLead,
    }),
    rows: shown.map(seen => incidentRow(d, kase, seen)),
    actions: offered([
      [may(reader, { about: 'case', ask: 'record-incident', kase }), recording(d, kase)],
      [
        true,
        button(t.common.openCase, { verb: 'open-case', caseId: kase.id, nonce }, { leavesInputs: true }),
      ],
    ]),
  });
};

type Doing = { readonly kase: Case; readonly incident: IncidentBrief; readonly what: 'saved' | 'settled' };

const wordsOf = ({ t, today }: Drawing, doing: Doing): string => {
  const { kase, incident, what } = doing;
  const task = kase.actions.find(({ id }) => id === incident.action);
  if (task?.state === 'open') return t.incident.savedLead(t.day(task.due, today));
  return what === 'saved' ? t.common.callFirst : t.incident.settledLead;
};

/** After an incident was recorded or settled, and when its task is due while there is one. */
export const incidentDone = (d: Drawing, doing: Doing): Card => {
  const { t, nonce } = d;
  const { id: caseId, code } = doing.kase;
  return fill('done', {
    ...headed(t, { eyebrow: privately(t, t.common.caseOf(code)), title: t.incident[doing.what] }),
    done: note({ style: 'accent', text: wordsOf(d, doing) }),
    actions: [
      button(t.incident.list, { verb: 'open-incidents', caseId, nonce }, { primary: true }),
      button(t.common.openCase, { verb: 'open-case', caseId, nonce }),
    ],
  });
};

/** Behind "…" in the case view, whether there is an incident or not. */
export const incidentButtons = (d: Drawing, kase: Case): readonly Card[] => {
  const carried = { caseId: kase.id, nonce: d.nonce };
  return offered([
    [
      may(d.reader, { about: 'case', ask: 'open-incidents', kase }),
      button(d.t.incident.list, { verb: 'open-incidents', ...carried }, { rare: true }),
    ],
  ]);
};
