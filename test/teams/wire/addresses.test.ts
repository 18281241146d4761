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
    'https://169.254.169.254/emea/',
    'http://[::ffff:169.254.169.254]/emea/',
    'http://[::ffff:a9fe:a9fe]/emea/',
    'https://2852039166/emea/',
    'https://0xA9FEA9FE/emea/',
    'https://0251.0376.0251.0376/emea/',
    'https://metadata.google.internal/emea/',
    'https://smba.trafficmanager.net./emea/',
    'https://smba.trafficmanager.net@169.254.169.254/emea/',
    'https://smba.trafficmanager.net:x@169.254.169.254/emea/',
    'https://169.254.169.254#@smba.trafficmanager.net/emea/',
    'https://smba。trafficmanager。net/emea/',
    'https://smba．trafficmanager．net/emea/',
    'https://ｓmba.trafficmanager.net/emea/',
    'https://smba%2etrafficmanager%2enet/emea/',
    'https://smba.trafficmanager\u00ad.net/emea/',
    'https://smba.traffic\nmanager.net/emea/',
    'https:\\\\smba.trafficmanager.net/emea/',
    'https:smba.trafficmanager.net/emea/',
    ' https://smba.trafficmanager.net/emea/',
    '\thttps://smba.trafficmanager.net/emea/',
    'https://smba.trafficmanager.net/emea/\\..\\..\\amer/',
    'https://eu.botapi.skype.com.169.254.169.254.nip.io/',
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
      'http://2130706433/',
      'http://0x7f.1/',
      'http://0177.0.0.1/',
      'http://127.1/',
      'http://127.0.0.1./',
      'http://127。0。0。1/',
      'http://[::ffff:127.0.0.1]/',
      'http://0.0.0.0/',
    ];

    expect(answers.filter(isLocal)).toEqual(['http://127.0.0.1:3979/x/']);
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
