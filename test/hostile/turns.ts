import { type Element } from '../../src/local/demo/element';
import { executed } from './bases';
import { envelope } from './people';
import { type Things } from './scene';

/** What people do in a working day, again and again: they look, they write, they fill in, and they are refused. */
export const turnAt = (serviceUrl: string, things: Things, turn: number): Element => {
  const id = `turn-${String(turn)}`;
  const says = (by: string, text: string): Element => ({
    ...envelope(serviceUrl, by),
    id,
    type: 'message',
    text,
  });
  const presses = (by: string, verb: string, data: Element): Element => ({
    ...executed(serviceUrl, { by, verb, data: { ...data, nonce: id }, place: 'chat' }),
    id,
  });
  const { cases, draftId, actionId, foreignCase } = things;
  const turns: readonly (() => Element)[] = [
    () => says('innmelder-lar', 'hjelp'),
    () => says('koordinator', 'innboks'),
    () => presses('koordinator', 'open-case', { caseId: cases.submitted }),
    () => says('ansvarlig', 'mine oppgaver'),
    () => presses('innmelder-mo', 'start-referral', {}),
    () =>
      presses('innmelder-mo', 'save-draft', { draftId, scene: 'yes', words: `Ord nummer ${String(turn)}` }),
    () => presses('innmelder-mo', 'review-referral', { draftId, scene: 'unsure' }),
    () => presses('medlem-helse', 'open-mapping', { caseId: cases.mapping }),
    () => presses('medlem-helse', 'open-consent', { caseId: cases.mapping }),
    () => presses('leder-dps', 'open-case', { caseId: foreignCase }),
    () => presses('styringsgruppe', 'open-inbox', {}),
    () => presses('ansvarlig', 'open-action', { caseId: cases.mapping, actionId }),
    () => presses('tilgangsansvarlig', 'open-access', {}),
    () => presses('medlem-kommune', 'choose-language', { language: turn % 2 === 0 ? 'nn' : 'nb' }),
    () => presses('koordinator', 'noe-ukjent', { caseId: cases.ready }),
    () => ({ ...says('koordinator', 'innboks'), from: { id: '29:fremmed', aadObjectId: id } }),
  ];
  return turns[turn % turns.length]?.() ?? says('koordinator', 'hjelp');
};
