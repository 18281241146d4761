import { areLoopback, createAllowList } from '../../../src/teams/wire/addresses';

const isAllowed = createAllowList([
  'https://smba.trafficmanager.net/emea',
  'https://smba.infra.gov.teams.microsoft.us/',
  'https://*.botapi.skype.com/',
]);

describe('createAllowList', () => {
  it.each([
    'https://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/emea',
    'https://SMBA.trafficmanager.net/emea/v3/conversations?x=1',
    'https://smba.infra.gov.teams.microsoft.us/teams/',
    'https://eu.botapi.skype.com/',
  ])('takes %s', address => {
    expect(isAllowed(address)).toBe(true);
  });

  it.each([
    '',
    'smba.trafficmanager.net/emea/',
    'http://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net:8443/emea/',
    'https://smba.trafficmanager.net/',
    'https://smba.trafficmanager.net/emeas/',
    'https://smba.trafficmanager.net/emea/../amer/',
    'https://smba.trafficmanager.net/emea/%2e%2e/amer/',
    'https://user@smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/emea/#x',
    'https://smba.trafficmanager.net.example.org/emea/',
    'https://example.org/smba.trafficmanager.net/emea/',
    'https://example.org\\@smba.trafficmanager.net/emea/',
    'https://botapi.skype.com/',
    'https://.botapi.skype.com/',
    'https://evilbotapi.skype.com/',
    'http://127.0.0.1/',
    'https://127.0.0.1/',
    'http://169.254.169.254/metadata/identity/',
    'http://[::1]/',
    'javascript:alert(1)',
  ])('T13 refuses %s', address => {
    expect(isAllowed(address)).toBe(false);
  });

  it('takes every port of this machine when loopback is on the list, and no other spelling of it', () => {
    const isLocal = createAllowList(['http://127.0.0.1']);

    const answers = [
      'http://127.0.0.1:3979/x/',
      'https://127.0.0.1/',
      'http://localhost/',
      'http://127.0.0.2/',
    ];

    expect(answers.map(isLocal)).toEqual([true, false, false, false]);
  });

  it.each(['http://example.org/', 'ftp://127.0.0.1/', 'http://localhost/', 'nonsense'])(
    'refuses to be made with %s',
    prefix => {
      expect(() => createAllowList([prefix])).toThrow();
    },
  );
});

describe('areLoopback', () => {
  it('is true only when every prefix is', () => {
    const lists = [
      ['http://127.0.0.1'],
      ['http://127.0.0.1', 'https://example.org/'],
      ['https://127.0.0.1/'],
    ];

    expect(lists.map(areLoopback)).toEqual([true, false, false]);
  });
});
