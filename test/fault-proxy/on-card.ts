import { pressablesIn } from '../../src/local/demo/card-reader';
import { type Element } from '../../src/local/demo/element';
import { type Inputs } from '../../src/local/demo/player';
import { type Company, words } from '../journeys/company';

/** One press, just as a client would send it; the same one can be sent again. */
export type Press = {
  readonly verb: string;
  readonly by: string;
  readonly data: Element;
  readonly place: 'chat' | 'channel';
};

/** Who presses what. */
type By = readonly [by: string, verb: string];

/** What pressing this button on the card would send. */
export const onCard = (card: Element, [by, verb]: By, inputs: Inputs = {}): Press => {
  const found = pressablesIn(card).find(one => one.verb === verb);
  if (found === undefined) throw new Error(`No button ${verb} on: ${words(card)}`);
  return { verb, by, data: { ...found.data, ...found.inputs, ...inputs }, place: 'chat' };
};

/** The same button put together by hand; the same one each time. */
export const byHand = (by: string, verb: string, data: Element): Press => ({
  verb,
  by,
  data: { ...data, nonce: `by-hand-${verb}` },
  place: 'chat',
});

export const pressed = (
  company: Pick<Company, 'player'>,
  { by, verb, data, place }: Press,
): Promise<Element> => company.player(by).sends(verb, data, place);

type Form = readonly [by: string, form: string, verb: string];

/** A form that a verb opens, filled in and about to be sent. */
export const filled = async (
  company: Company,
  [by, form, verb]: Form,
  { data, inputs = {} }: { readonly data: Inputs; readonly inputs?: Inputs },
): Promise<Press> => onCard(await pressed(company, byHand(by, form, data)), [by, verb], inputs);
