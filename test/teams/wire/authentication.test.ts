import { createApp } from '../../../src/app';
import { stayHomeUnasked } from '../../../src/teams/wire/authentication';

const UNASKED = { kind: 'off' } as const;
const ASKED = { kind: 'channel', appId: 'app', metadataUrl: 'https://example.org/' } as const;
const HOME = ['http://127.0.0.1'];
const NOWHERE = (): string => '';
const at = (url: string) => () => url;

describe('stayHomeUnasked', () => {
  it('T16 lets a world on this machine go unasked', () => {
    expect(() => {
      stayHomeUnasked({ authentication: UNASKED, serviceUrls: HOME, publicUrl: NOWHERE });
      stayHomeUnasked({ authentication: UNASKED, serviceUrls: HOME, publicUrl: at('http://127.0.0.1:3978') });
    }).not.toThrow();
  });

  it.each([
    ['an address of Teams', { serviceUrls: ['https://smba.trafficmanager.net/'] }],
    [
      'one address beyond among those at home',
      { serviceUrls: [...HOME, 'https://smba.trafficmanager.net/'] },
    ],
    ['https to this machine, as behind a tunnel', { serviceUrls: ['https://127.0.0.1/'] }],
    ['people who come from elsewhere', { publicUrl: at('https://sent-ute.invalid') }],
    ['another machine of the network', { publicUrl: at('http://10.0.0.4:3978') }],
  ])('T16 refuses %s where nobody is asked who they are', (_, over) => {
    const settings = { authentication: UNASKED, serviceUrls: HOME, publicUrl: NOWHERE, ...over };

    expect(() => {
      stayHomeUnasked(settings);
    }).toThrow('loopback');
    expect(() => createApp(settings as never)).toThrow('loopback');
    expect(() => {
      stayHomeUnasked({ ...settings, authentication: ASKED });
    }).not.toThrow();
  });
});
