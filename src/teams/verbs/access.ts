import { z } from 'zod';
import { accessCard, accessDoneCard } from '../../cards/access';
import { personForm } from '../../cards/person-form';
import { type Card } from '../../cards/template';
import { type Person } from '../../domain/people';
import { type PersonProblem, type PersonValues } from '../../domain/person-form';
import { PersonId } from '../../ids';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { given, PersonInputs } from '../submissions';

const OfPerson = z.object({ personId: PersonId });
const MaybePerson = z.object({ personId: PersonId.optional() });
const After = z.object({ after: PersonId.optional() });

export const onOpenAccess = ({ does }: Deps): Handler =>
  reads(After, async ({ asked, d }, { after }) =>
    refusedOr(d, await does.openAccess(asked), people => accessCard(d, { people, ...given({ after }) })),
  );

type Filled = {
  readonly personId: Person['id'] | undefined;
  readonly values?: PersonValues;
  readonly problems?: readonly PersonProblem[];
};

const formFor = async (
  { does }: Deps,
  { asked, d }: Pick<Turn, 'asked' | 'd'>,
  filled: Filled,
): Promise<Card> => {
  const { personId, values = {}, problems = [] } = filled;
  return refusedOr(d, await does.openAccess(asked), people => {
    const person: Person | undefined = people.find(({ id }) => id === personId);
    return personForm(d, {
      people,
      values,
      problems,
      ...(person === undefined ? {} : { person }),
    });
  });
};

export const onEditPerson = (deps: Deps): Handler =>
  reads(MaybePerson, (turn, { personId }) => formFor(deps, turn, { personId }));

export const onSavePerson = (deps: Deps): Handler =>
  changes(MaybePerson.extend(PersonInputs.shape), async (turn, { personId, ...inputs }) => {
    const values = given(inputs);
    const saved = await deps.does.savePerson({ ...turn.asked, values, ...given({ personId }) });
    if (saved.ok && 'problems' in saved.value)
      return formFor(deps, turn, { personId, values, problems: saved.value.problems });
    return refusedOr(turn.d, saved, value =>
      'person' in value ? accessDoneCard(turn.d, { person: value.person, what: 'saved' }) : {},
    );
  });

export const onRemovePerson = ({ does }: Deps): Handler =>
  changes(OfPerson, async ({ asked, d }, { personId }) =>
    refusedOr(d, await does.removePerson({ ...asked, personId }), person =>
      accessDoneCard(d, { person, what: 'removed' }),
    ),
  );
