import { type PersonId } from '../domain/ids';
import { isActive, type Person } from '../domain/people';
import { may } from '../policy/may';
import { button } from './button';
import { type Drawing } from './drawing';
import { headed, offered, privately, row } from './parts';
import { pageOf } from './page';
import { type Card, type Data, fill } from './template';
import { shown, typed } from './text';
import { agencyName, capital } from './wording';

type Access = {
  readonly people: readonly Person[];
  /** The last person of the rows before these; the first ten when it is left out. */
  readonly after?: PersonId;
};

const aboutOf = ({ t, programme }: Drawing, { roles, agency }: Person): string => {
  const named = t.list(roles.map(role => t.access.roles[role].toLocaleLowerCase()));
  return `${roles.length === 0 ? t.access.noRole : capital(named)} · ${agencyName(programme, agency)}`;
};

const personRow = (d: Drawing, person: Person): Data => {
  const { t, nonce } = d;
  const right = isActive(person) ? '' : t.access.removed;
  const about = aboutOf(d, person);
  const name = typed(person.name);
  return row(
    {
      title: shown(person.name),
      lines: [about],
      right,
      name: [name, about, right].filter(text => text !== '').join(' '),
    },
    { verb: 'edit-person', personId: person.id, nonce },
    t.access.open(name),
  );
};

/** The directory in its order, removed people marked (ux 23a). */
export const accessCard = (d: Drawing, { people, after }: Access): Card => {
  const { t, reader, nonce } = d;
  const { rows, next } = pageOf(people, { after, keyOf: ({ id }) => id });
  const add = button(t.access.add, { verb: 'edit-person', nonce }, { primary: true });
  return fill('access', {
    ...headed(t, {
      eyebrow: privately(t, t.access.eyebrow),
      title: t.access.count(people.filter(isActive).length),
    }),
    rows: rows.map(person => personRow(d, person)),
    actions: [
      ...offered([[may(reader, { about: 'role', ask: 'save-person' }), add]]),
      ...(next === undefined ? [] : [button(t.access.more, { verb: 'open-access', after: next, nonce })]),
    ],
  });
};

type Doing = { readonly person: Person; readonly what: 'saved' | 'removed' };

/** After a change in the directory. */
export const accessDoneCard = (d: Drawing, { person, what }: Doing): Card => {
  const { t, nonce } = d;
  const { saved, savedLead, gone, goneLead } = t.access;
  return fill('access-done', {
    ...headed(t, {
      eyebrow: privately(t, t.access.eyebrow),
      title: what === 'saved' ? saved : gone,
      lead: what === 'saved' ? savedLead : goneLead,
    }),
    who: shown(person.name),
    about: aboutOf(d, person),
    actions: [button(t.access.list, { verb: 'open-access', nonce }, { primary: true })],
  });
};
