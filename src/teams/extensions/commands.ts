/** What can be called from the compose box and the command box, by the ids that the manifest gives them. */
export const ACTION_COMMANDS = ['refer-candidate'] as const;
export const SEARCH_COMMANDS = ['find-case'] as const;
/** The one thing a search is asked with. */
export const SEARCH_PARAMETER = 'query';

/** A command opens in a dialog what this verb answers. */
export const VERB_OF: Readonly<Record<(typeof ACTION_COMMANDS)[number], string>> = {
  'refer-candidate': 'start-referral',
};
