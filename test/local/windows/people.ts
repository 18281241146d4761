import { type LocalBot, type LocalChannel, type WindowPerson } from '../../../src/local/windows/people';

export const CHANNEL: LocalChannel = {
  teamId: '19:team-sent-ute@thread.tacv2',
  channelId: '19:ressursgruppen@thread.tacv2',
};
export const BOT: LocalBot = { id: '28:sent-ute', name: 'Sent ute' };
const TENANT = '11111111-1111-4111-8111-111111111111';

const person = (number: number, window: string, rest: Pick<WindowPerson, 'name' | 'roles' | 'partner'>) => ({
  ...rest,
  window,
  agency: `etat-${rest.partner}`,
  id: `29:${window}`,
  aadObjectId: `00000000-0000-4000-8000-00000000000${String(number)}`,
  tenantId: TENANT,
});

export const INNMELDER: WindowPerson = person(1, 'innmelder', {
  name: 'Innmelder, MO-senter',
  roles: ['referrer'],
  partner: 'kommune',
});
export const KOORDINATOR: WindowPerson = person(2, 'koordinator', {
  name: 'Koordinator',
  roles: ['coordinator'],
  partner: 'kommune',
});
export const HELSE: WindowPerson = person(3, 'medlem-helse', {
  name: 'Medlem, DPS',
  roles: ['member'],
  partner: 'helse',
});

/** Six people: as many as a window shows. */
export const PEOPLE: readonly WindowPerson[] = [
  INNMELDER,
  KOORDINATOR,
  HELSE,
  person(4, 'medlem-kommune', { name: 'Medlem, MO-senter', roles: ['member'], partner: 'kommune' }),
  person(5, 'medlem-politi', { name: 'Medlem, politiet', roles: ['member'], partner: 'politi' }),
  person(6, 'ansvarlig', { name: 'Ansvarlig, LAR', roles: [], partner: 'helse' }),
];
