import { pressablesIn } from '../../../src/local/demo/card-reader';
import { type Element } from '../../../src/local/demo/element';
import { type Inputs } from '../../../src/local/demo/player';
import { chatOf, type Company, itemCard, opens, type Sent, words } from '../company';

/** Who holds each seat of the resource group; the eleventh is registered for by the coordinator. */
export const MEMBERS = [
  'medlem-kommune',
  'medlem-psykisk-helse',
  'medlem-helsetjenester',
  'medlem-ruskoordinator',
  'medlem-prosjekt',
  'medlem-rusmedisin',
  'medlem-helse',
  'medlem-sifer',
  'medlem-divisjon',
  'medlem-politi',
] as const;
export const OTHERS = [
  'koordinator',
  'innmelder-mo',
  'innmelder-lar',
  'innmelder-politi',
  'ansvarlig',
  'styringsgruppe',
] as const;

export const field = (name: string, sent: Sent, value: string): Inputs => ({
  [`${name}-${sent.caseId}`]: value,
});

/** What the coordinator does over and over, in the company that is there once the journey has begun. */
export const handsIn = (company: () => Company) => {
  const coordinator = () => company().player('koordinator');
  const agenda = (): Promise<Element> => coordinator().says('saksliste');
  /** Presses on a card of the coordinator's, and lets everything be sent that it causes. */
  const presses = async (card: Element, what: string, inputs: Inputs = {}): Promise<Element> => {
    const answer = await coordinator().presses(card, what, inputs);
    await company().settle();
    return answer;
  };
  return {
    coordinator,
    agenda,
    presses,
    onCase: async (sent: Sent, what: string, inputs: Inputs = {}): Promise<Element> =>
      presses(await opens(company(), 'koordinator', sent), what, inputs),
    /** The newest agenda in the channel. */
    channelAgenda: (): string =>
      company()
        .inChannel()
        .map(({ card }) => words(card))
        .filter(text => text.startsWith('Saksliste'))
        .at(-1) ?? '',
    newestOf: (person: string): string => chatOf(company(), person).at(-1) ?? '',
    /** The decision form, from the item card in the channel to the coordinator's own chat. */
    decisionForm: async (sent: Sent): Promise<Element> => {
      await coordinator().pressesInChannel(itemCard(company(), sent), 'start-decision');
      await company().settle();
      return presses(coordinator().newest(), 'start-decision');
    },
    /** Saves the outcome that is named, as the button behind *Ikke ta inn* or *Utsett* does. */
    decides: async (form: Element, values: Inputs): Promise<Element> => {
      const saves = pressablesIn(form).filter(({ verb }) => verb === 'record-decision');
      const button = saves.find(({ data }) => data['outcome'] === values['outcome']) ?? saves[0];
      const answer = await coordinator().sends('record-decision', {
        ...button?.data,
        ...button?.inputs,
        ...values,
      });
      await company().settle();
      return answer;
    },
    ends: async (): Promise<void> => {
      await presses(await agenda(), 'end-meeting');
    },
    /** What an answer offered for download holds. */
    fetched: async (card: Element): Promise<string> => {
      const [url = ''] = /https?:[^"\s]+\/files\/[^"\s]+/.exec(JSON.stringify(card)) ?? [];
      const { pathname } = new URL(url);
      const response = await fetch(`${company().url}${pathname}`);
      return `${response.headers.get('content-disposition') ?? ''}\n${Buffer.from(await response.arrayBuffer()).toString('latin1')}`;
    },
  };
};
