import { type Drawing } from '../cards/drawing';
import { hasRole, isActive, type Language, LANGUAGES } from '../domain/people';
import { type Words } from '../i18n/words';
import { type Asked } from '../use-cases/asked';
import { type Within } from '../use-cases/ports/common';
import { type PersonFile } from '../use-cases/ports/people';
import { type Deps } from './deps';
import { nonce } from './wire/command-id';
import { type Identity } from './wire/press';

/** A turn answers within four seconds, of which the rest is for all that is not waiting; Teams gives up at five. */
export const TURN_MS = 3_500;

/** The person behind an identity, read now; undefined for somebody unknown, and for somebody removed. */
export const whoIs = async (
  { world }: Deps,
  identity: Identity,
  within: Within,
): Promise<PersonFile | undefined> => {
  const by = await world.people.byIdentity(identity, within);
  return by !== undefined && isActive(by.person) ? by : undefined;
};

/** The words for somebody whose language is not known: as Teams has it, otherwise bokmål. */
export const wordsAt = ({ wordsFor }: Pick<Deps, 'wordsFor'>, locale: string | undefined): Words => {
  const prefix = locale?.slice(0, 2).toLowerCase();
  const language: Language = LANGUAGES.find(known => known === prefix) ?? 'nb';
  return wordsFor(language);
};

type Command = Omit<Asked, 'at'>;

/** What use cases are asked with. */
export const askedNow = ({ now }: Deps, command: Command): Asked => ({ ...command, at: now() });

/** Who is away, and until when, is for those who coordinate. */
export const awayFor = async (
  names: Deps['names'],
  { reader, today }: Pick<Drawing, 'reader' | 'today'>,
  within: Within,
): Promise<Pick<Drawing, 'awayUntil'>> => {
  if (!hasRole(reader, 'coordinator')) return {};
  const away = await names.away(within);
  return { awayUntil: id => away(id, today) };
};

/** What cards are drawn with: for this reader, today, under a nonce of their own. */
export const drawingFor = async (deps: Deps, { by, at, within }: Asked): Promise<Drawing> => {
  const { calendar, programme } = deps.world;
  const reader = by.person;
  const today = calendar.dayOf(at);
  return {
    reader,
    t: deps.wordsFor(reader.language),
    today,
    calendar,
    programme,
    nonce: nonce(),
    nameOf: await deps.names.current(within),
    ...(await awayFor(deps.names, { reader, today }, within)),
    holderOf: await deps.names.holders(within),
  };
};
