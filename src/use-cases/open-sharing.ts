import { underConsent } from '../audit/under-consent';
import { type Case } from '../domain/case';
import { type Revealed } from '../domain/content';
import { type Holding, sameHolding } from '../domain/groups';
import { NOT_AVAILABLE, type Refusal } from '../domain/refusal';
import { holdingsShared, isLive, type Sharing } from '../domain/sharing';
import { judge } from '../policy/may';
import { standingInSharing } from '../policy/standing';
import { type Standing } from '../policy/rows';
import { mayReadReason, visible } from '../policy/visible';
import { err, ok, type Result } from '../result';
import { type Asked, momentOf } from './asked';
import { looked } from './lookup';
import { findSharing, type FoundSharing } from './named-sharing';
import { refuse } from './perform';
import { type SharingKey, type SharingWords } from './ports/sharings';
import { type World } from './world';

/** A sharing as one reader may see it now. */
export type OpenedSharing = {
  readonly kase: Case;
  readonly sharing: Sharing;
  /** Sent it, of the agency that shared, or its leader. */
  readonly as: readonly Standing[];
  readonly live: boolean;
  /** What was shared, to whom it was shared, until it shuts. */
  readonly seen: Revealed;
  /** Why, and what was remarked, to those who must judge it. */
  readonly words: SharingWords;
};

/** To its receivers, while it stands open: exactly what was shared, of what is visible to them. */
const received = (world: World, asked: Asked, { file, sharing }: FoundSharing): readonly Holding[] => {
  const { person } = asked.by;
  if (!sharing.to.includes(person.id) || !isLive(sharing, asked.at)) return [];
  const shared = holdingsShared(sharing);
  return visible(person, file.kase, momentOf(world, asked)).filter(holding =>
    shared.some(one => sameHolding(one, holding)),
  );
};

type Showing = { readonly holdings: readonly Holding[]; readonly why: readonly Holding[] };

const showingIn = (world: World, asked: Asked, found: FoundSharing): Showing => {
  const { sharing, file } = found;
  const reason = { origin: sharing.from, section: 'reason' } as const;
  return {
    holdings: received(world, asked, found),
    why: mayReadReason(asked.by.person, file.kase, sharing) ? [reason] : [],
  };
};

const opened = async (
  world: World,
  { by, at, within }: Asked,
  { holdings, why, ...found }: Showing & FoundSharing,
): Promise<OpenedSharing> => {
  const { file, sharing, beside } = found;
  return {
    kase: file.kase,
    sharing,
    as: standingInSharing(by.person, file.kase, sharing),
    live: isLive(sharing, at),
    seen: await world.cases.reveal(file, holdings, within),
    words: why.length === 0 ? {} : await world.cases.wordsOf(beside, within),
  };
};

/**
 * What was shared, for whoever it was sent to; what was done and why, for the agency that did it and its leader. The
 * event is stored first. Anybody else is refused as if there were no such case: nobody can pull.
 */
export const openSharing =
  (world: World) =>
  async (asked: Asked & SharingKey): Promise<Result<OpenedSharing, Refusal>> => {
    const { by, at, caseId, within } = asked;
    const what = { operation: 'open-sharing', subject: caseId, caseId };
    const found = await findSharing(world, asked, within);
    const ruling =
      found &&
      judge(by.person, {
        about: 'sharing',
        ask: 'open-sharing',
        kase: found.file.kase,
        sharing: found.sharing,
        now: at,
      });
    if (found === undefined || ruling?.allowed !== true) {
      await refuse(world, asked, what);
      return err(NOT_AVAILABLE);
    }
    const showing = showingIn(world, asked, found);
    const disclosed = [...showing.holdings, ...showing.why];
    await looked(world, asked, { ...what, ...underConsent(found.file.kase), disclosed, rule: ruling.rule });
    return ok(await opened(world, asked, { ...showing, ...found }));
  };
