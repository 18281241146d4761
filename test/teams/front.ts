import { type Card } from '../../src/cards/template';
import { absenceOf } from '../../src/domain/absence';
import { type Language } from '../../src/domain/people';
import { wordsFor } from '../../src/i18n/words';
import { type Deps } from '../../src/teams/deps';
import { handlersFor } from '../../src/teams/handlers';
import { askedNow, drawingFor } from '../../src/teams/known';
import { answerPress } from '../../src/teams/on-press';
import { type Turn } from '../../src/teams/handler';
import { type Press } from '../../src/teams/wire/press';
import { useCasesIn } from '../../src/use-cases/all';
import { type World } from '../../src/use-cases/world';
import { aReference } from '../builders/outbox';
import { faultsIn } from '../cards/rules';
import { aHouse, type House, type Who } from '../use-cases/asking';

type Logged = { readonly event: string; readonly fields: Readonly<Record<string, unknown>> };

/** Who presses; with where, when the press is not one in their own chat. */
type By = Who | (Partial<Press> & { readonly who: Who });

/** The front door over a house: `world` stands before the house's own ports, where a test wants a port that fails. */
export const aFront = (house: House = aHouse(), world: World = house) => {
  const logged: Logged[] = [];
  const counts = { nudges: 0, presses: 0 };
  const deps: Deps = {
    world,
    does: useCasesIn(world),
    names: {
      current: async within => {
        const all = await house.people.all(within);
        return id => all.find(person => person.id === id)?.name ?? '…';
      },
      away: async within => {
        const all = await house.people.all(within);
        return (id, today) => {
          const person = all.find(one => one.id === id);
          return person && absenceOf(person, today)?.to;
        };
      },
      holders: async within => {
        const all = await house.people.all(within);
        return agency => all.find(person => person.agency === agency && person.seat !== undefined)?.name;
      },
    },
    now: () => house.inside.now,
    wordsFor,
    whomToAsk: 'Tilgangsansvarlig',
    syntheticAllowed: true,
    dialogs: false,
    publicUrl: () => 'https://sent-ute.example',
    watch: (_, run) => run(() => undefined),
    nudge: () => {
      counts.nudges += 1;
    },
    log: (event, fields) => logged.push({ event, fields }),
  };
  const handlers = handlersFor(deps);
  const pressOf = (by: By, verb: string, data: unknown = {}): Press => {
    const { who, ...over } = typeof by === 'string' ? { who: by } : by;
    counts.presses += 1;
    const [identity = { tenantId: '', objectId: '' }] = house.who[who].person.identities;
    return {
      verb,
      data,
      identity,
      activityId: `activity-${counts.presses.toString()}`,
      conversation: { kind: 'personal', id: 'a:chat' },
      reference: aReference(),
      locale: 'nb-NO',
      ...over,
    };
  };
  return {
    house,
    deps,
    handlers,
    logged,
    counts,
    pressOf,
    /** The card that answers; presses through everything but the wire. */
    press: (...press: Parameters<typeof pressOf>): Promise<Card> =>
      answerPress(deps, handlers, pressOf(...press)),
    /** A turn as the handlers get it. */
    turn: async (who: Who, place: Turn['place'] = 'chat'): Promise<Turn> => {
      const asked = askedNow(deps, house.ask(who));
      return { asked, place, d: await drawingFor(deps, asked) };
    },
  };
};

export const words = (language: Language = 'nb') => wordsFor(language);
/** A card as it would be under a mark that is not drawn by chance. */
export const unmarked = (card: Card): Card =>
  JSON.parse(JSON.stringify(card).replaceAll(/"nonce":"[^"]*"/g, '"nonce":"nonce"')) as Card;
/** What is wrong with a card, whatever its mark happens to spell. */
export const wrongWith = (card: Card): readonly string[] => faultsIn(unmarked(card));
/** What a reader hears first of a card, and the surest sign of which card it is. */
export const titleOf = (card: Card): string => (typeof card['speak'] === 'string' ? card['speak'] : '');
export const isRefusal = (card: Card, kind: keyof ReturnType<typeof words>['refusal']['kinds']): boolean =>
  titleOf(card).endsWith(words().refusal.kinds[kind].title);
