import { chooseHours, startHours } from '../choose-hours';
import { endAbsence, setAbsence, startAbsence } from '../set-absence';
import { type World } from '../world';

/** What people say of themselves: when they want to be reminded, and when they are away. */
export const minding = (world: World) => ({
  startHours: startHours(world),
  chooseHours: chooseHours(world),
  startAbsence: startAbsence(world),
  setAbsence: setAbsence(world),
  endAbsence: endAbsence(world),
});
