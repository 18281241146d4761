import { type Deps } from '../deps';
import { onEditPerson, onOpenAccess, onRemovePerson, onSavePerson } from '../verbs/access';
import { onListMyActions } from '../verbs/action';
import { onChooseLanguage, onHelp, onLanguages, onWelcome } from '../verbs/general';
import { onExportAccessLog, onListMyLookups, onOpenAccessLog } from '../verbs/lookups';
import { onAskNewDate, onBlockAction, onCompleteAction } from '../verbs/own-action';

/** What anybody may ask for, and the directory. */
export const everyone = (deps: Deps) => ({
  'show-welcome': onWelcome(deps),
  'show-help': onHelp(),
  'show-languages': onLanguages(),
  'choose-language': onChooseLanguage(deps),
  'list-my-actions': onListMyActions(deps),
  'complete-action': onCompleteAction(deps),
  'ask-new-date': onAskNewDate(deps),
  'block-action': onBlockAction(deps),
  'list-my-lookups': onListMyLookups(deps),
  'open-access-log': onOpenAccessLog(deps),
  'export-access-log': onExportAccessLog(deps),
  'open-access': onOpenAccess(deps),
  'edit-person': onEditPerson(deps),
  'save-person': onSavePerson(deps),
  'remove-person': onRemovePerson(deps),
});
