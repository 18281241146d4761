import { type Card } from '../../cards/template';
import { foundCaseCard } from '../../cards/found-case';
import { type CaseCode, mayBeginCode } from '../../domain/code';
import { type CommandId } from '../../domain/ids';
import { type Words } from '../../i18n/words';
import { type Within } from '../../use-cases/ports/common';
import { type PersonFile } from '../../use-cases/ports/people';
import { holdsPerson } from '../chat-guard';
import { type Deps } from '../deps';
import { openingDialogs } from '../dialogs';
import { askedNow, TURN_MS, whoIs, wordsAt } from '../known';
import { faultNoted } from '../on-fault';
import { type Ended } from '../turns';
import { commandId } from '../wire/command-id';
import { type Unread } from '../wire/press';
import { type Search } from './read-search';

/** One hit: what the list shows of it, and the card that is put into the message when it is chosen. */
export type Hit = { readonly title: string; readonly card: Card };
export type SearchAnswer = readonly Hit[] | { readonly says: string };

type Known = { readonly search: Search; readonly by: PersonFile; readonly within: Within; readonly t: Words };

const idOf = ({ identity, activityId }: Search): CommandId =>
  commandId({ identity, verb: 'find-my-cases', subject: '', nonce: activityId, inputs: {} });

const hitOf = (deps: Deps, t: Words, code: CaseCode): Hit => ({
  title: t.common.caseOf(code),
  card: openingDialogs(deps, foundCaseCard(t, code)),
});

const found = async (deps: Deps, { search, by, within, t }: Known): Promise<SearchAnswer> => {
  const { typed, identity: account, isFirstPage } = search;
  if (holdsPerson(typed) || !mayBeginCode(typed)) return { says: t.extension.codesOnly };
  if (!isFirstPage) return [];
  const asked = askedNow(deps, { commandId: idOf(search), by, account, within });
  const codes = await deps.does.findMyCases({ ...asked, typed });
  return codes.ok ? codes.value.map(code => hitOf(deps, t, code)) : [];
};

const unknown = ({ refusal }: Words, whomToAsk: string): SearchAnswer => ({
  says: `${refusal.unknown.title}. ${refusal.unknown.lead(whomToAsk)}`,
});

const broken = ({ refusal }: Words, correlation: string, isLate: boolean): SearchAnswer => {
  const { title, lead } = isLate ? refusal.kinds['try-again'] : refusal.error;
  return { says: `${title}. ${lead} ${refusal.error.code(correlation)}` };
};

const notAvailable = ({ refusal }: Words): SearchAnswer => {
  const { title, lead } = refusal.kinds['not-available'];
  return { says: `${title}. ${lead}` };
};

/** What somebody is told whose search could not be read; see `unreadCard`. */
export const answerUnread = (deps: Deps, { kind }: Unread, locale: string | undefined): SearchAnswer => {
  const t = wordsAt(deps, locale);
  return kind === 'unknown-sender' ? unknown(t, deps.whomToAsk) : notAvailable(t);
};

type Watched = { readonly search: Search; readonly ended: Ended };

const answerWatched = async (deps: Deps, { search, ended }: Watched): Promise<SearchAnswer> => {
  const within = AbortSignal.timeout(TURN_MS);
  let t = wordsAt(deps, search.locale);
  try {
    const by = await whoIs(deps, search.identity, within);
    if (by === undefined) {
      ended({ outcome: 'unknown-person' });
      return unknown(t, deps.whomToAsk);
    }
    t = deps.wordsFor(by.person.language);
    return await found(deps, { search, by, within, t });
  } catch (fault) {
    const { correlation, isLate } = faultNoted(deps, { verb: 'find-my-cases', fault, within, ended });
    return broken(t, correlation, isLate);
  }
};

/** What a search finds for whoever searches, who is read from the verified identity. Never rejects. */
export const answerSearch = (deps: Deps, search: Search): Promise<SearchAnswer> => {
  return deps.watch({ kind: 'search', verb: 'find-my-cases', place: 'compose' }, ended =>
    answerWatched(deps, { search, ended }),
  );
};
