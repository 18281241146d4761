import { type Meeting } from '../domain/meeting';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { plusMs } from '../domain/time';
import { judge } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, todayOf } from './asked';
import { looked } from './lookup';
import { comingMeetings } from './next-meeting';
import { refuse } from './perform';
import { type World } from './world';

/** The next meetings of the series, and nothing of what they are about. */
export type CalendarFile = { readonly meetings: readonly Meeting[] };
/** A link that fetches the file once, within five minutes. */
type Offer = { readonly token: string };

const FIVE_MINUTES_MS = 5 * 60_000;
const MOST = 6;

/** Whoever may see the agenda may know when it is held; that it was asked for is stored first. */
const lookedUp = async (world: World, asked: Asked, operation: string): Promise<Result<true, Refusal>> => {
  const what = { operation, subject: asked.by.person.id };
  const ruling = judge(asked.by.person, { about: 'role', ask: 'open-agenda' });
  if (ruling.allowed) {
    await looked(world, asked, { ...what, rule: ruling.rule });
    return ok(true);
  }
  await refuse(world, asked, what);
  return err(NOT_AVAILABLE);
};

export const exportCalendar =
  (world: World) =>
  async (asked: Asked): Promise<Result<Offer, Refusal>> => {
    const allowed = await lookedUp(world, asked, 'export-calendar');
    if (!allowed.ok) return allowed;
    const { by, account, at, commandId } = asked;
    const token = world.tickets.seal({
      person: by.person.id,
      account,
      what: { kind: 'calendar' },
      expiresAt: plusMs(at, FIVE_MINUTES_MS),
      nonce: world.derive(commandId, 'ticket'),
    });
    return ok({ token });
  };

/** The cancelled ones too, so that they leave the calendars they stand in. */
export const downloadCalendar =
  (world: World) =>
  async (asked: Asked): Promise<Result<CalendarFile, Refusal>> => {
    const allowed = await lookedUp(world, asked, 'download-calendar');
    if (!allowed.ok) return allowed;
    const coming = { today: todayOf(world, asked), most: MOST };
    return ok({ meetings: await comingMeetings(world, coming, asked.within) });
  };
