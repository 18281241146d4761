import { type Person } from '../domain/people';
import { may } from '../policy/may';
import { button, unfolding } from './button';
import { type Drawing } from './drawing';
import { headed, note, only, privately } from './parts';
import { personErrors, type PersonErrors, personFields, type PersonForm } from './person-fields';
import { type Card, type Data, fill } from './template';
import { unfolded } from './unfolded';

const removal = ({ t, nonce }: Drawing, { id: personId }: Person): Card =>
  unfolding(
    t.access.remove,
    unfolded(
      { lines: [t.access.removeMeans] },
      button(
        t.access.removeYes,
        { verb: 'remove-person', personId, nonce },
        { danger: true, leavesInputs: true },
      ),
    ),
    { rare: true },
  );

/** Nobody removes themselves, nor someone who is gone. */
const mayRemove = ({ reader }: Drawing, person: Person): boolean =>
  person.id !== reader.id &&
  person.removedOn === undefined &&
  may(reader, { about: 'role', ask: 'remove-person' });

const actionsOf = (d: Drawing, person: Person | undefined): readonly Card[] => {
  const { t, nonce } = d;
  const who = person === undefined ? {} : { personId: person.id };
  return [
    button(t.common.save, { verb: 'save-person', ...who, nonce }, { primary: true }),
    button(t.common.cancel, { verb: 'open-access', nonce }, { leavesInputs: true }),
    ...(person !== undefined && mayRemove(d, person) ? [removal(d, person)] : []),
  ];
};

const notesOf = ({ t, today }: Drawing, { person }: PersonForm, errors: PersonErrors): readonly Data[] => {
  const found = Object.values(errors);
  const { removedOn } = person ?? {};
  return [
    ...(removedOn === undefined
      ? []
      : [
          note({
            style: 'warning',
            title: t.access.removedOn(t.day(removedOn, today)),
            text: t.access.removedMeans,
          }),
        ]),
    ...only(found.length > 0, () =>
      note({
        style: 'attention',
        title: t.access.correct(found.length),
        text: found.map(error => `- ${error}`).join('\r'),
      }),
    ),
  ];
};

/** Who someone is, what they may, and how Teams knows them. Adds when there is no person, changes otherwise. */
export const personForm = (d: Drawing, form: PersonForm): Card => {
  const { t } = d;
  const errors = personErrors(t, form.problems);
  return fill('person-form', {
    ...headed(t, {
      eyebrow: privately(t, t.access.eyebrow),
      title: form.person === undefined ? t.access.addTitle : t.access.changeTitle,
      lead: t.access.lead,
    }),
    notes: notesOf(d, form, errors),
    f: personFields(d, form, errors),
    roleMeans: t.access.roleMeans,
    teams: t.access.teams,
    teamsMeans: t.access.teamsMeans,
    actions: actionsOf(d, form.person),
  });
};
