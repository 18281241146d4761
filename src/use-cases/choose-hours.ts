import { type Person } from '../domain/people';
import { NOT_AVAILABLE, type Refusal, WRONG_STATE } from '../domain/refusal';
import { type TimeOfDay } from '../domain/time';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked } from './asked';
import { changePerson } from './change-person';
import { looked } from './lookup';
import { refuse } from './perform';
import { type World } from './world';

const rulingFor = ({ by }: Asked) => judge(by.person, { about: 'self', ask: 'choose-hours' });

/** The form is told of as a look: whatever stood in its message does not any more. */
export const startHours =
  (world: World) =>
  async (asked: Asked): Promise<Result<undefined, Refusal>> => {
    const what = { operation: 'start-hours', subject: asked.by.person.id };
    const { allowed, rule } = rulingFor(asked);
    if (!allowed) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    await looked(world, asked, { ...what, rule });
    return ok(undefined);
  };

/** A later hour holds at once, an earlier one from the next digest: what is under way keeps its time. */
export const chooseHours =
  (world: World) =>
  (asked: Asked & { readonly hour: TimeOfDay }): Promise<Result<Person, Refusal>> =>
    changePerson(world, asked, {
      operation: 'choose-hours',
      personId: asked.by.person.id,
      mustExist: true,
      ruling: rulingFor(asked),
      decide: before => (before === undefined ? err(WRONG_STATE) : ok({ ...before, digestAt: asked.hour })),
    });
