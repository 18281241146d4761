import { chooseLanguage } from '../choose-language';
import { openAccess } from '../open-access';
import { removePerson } from '../remove-person';
import { savePerson } from '../save-person';
import { type World } from '../world';

/** The directory. */
export const administering = (world: World) => ({
  chooseLanguage: chooseLanguage(world),
  openAccess: openAccess(world),
  removePerson: removePerson(world),
  savePerson: savePerson(world),
});
