import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type SqlContainerResource } from '@azure/arm-cosmosdb';
import { z } from 'zod';
import { readConfig } from '../../src/config';
import { Environment } from '../../src/environment';
import { CONTAINERS } from '../../src/storage/containers';
import { unfit } from './arm-types';
import {
  bicepAt,
  bicepFrom,
  type BicepFile,
  entriesOf,
  every,
  named,
  partsOf,
  pathsOf,
  readGrammar,
  textAt,
  valueAt,
} from './bicep';
import { isJoined, suits } from './linking';
import { givenTo } from './policies';

beforeAll(readGrammar);

const main = (): BicepFile => bicepAt('infra/main.bicep');
const moduleOf = (name: string): BicepFile => bicepAt(`infra/modules/${name}.bicep`);
const resource = (file: BicepFile, name: string) =>
  named(file, 'resource').find(one => one.name === name)?.value;

describe('what is made in the database', () => {
  const read: unknown = JSON.parse(readFileSync('infra/containers.json', 'utf8'));

  it('is the containers of the program, with their keys, indexes and times to live (npm run infra:containers)', () => {
    const described: readonly SqlContainerResource[] = Object.values(CONTAINERS);

    expect(read).toEqual(described);
  });

  it('is of the type that the service has for containers, to the last property', () => {
    const containers = z.array(z.unknown()).parse(read);

    expect(containers.flatMap(one => unfit('SqlContainerResource', one))).toEqual([]);
    expect(
      unfit('SqlContainerResource', {
        partitionKey: { paths: '/pk', kind: 'Hash', version: 'two' },
        indexingPolicy: { includedPaths: [{ path: 1 }], compositeIndex: [] },
        ttl: -1,
      }),
    ).toEqual([
      'SqlContainerResource.id is missing',
      'SqlContainerResource.partitionKey.paths is no list',
      'SqlContainerResource.partitionKey.version is no number',
      'SqlContainerResource.indexingPolicy.includedPaths[0].path is no string',
      'SqlContainerResource.indexingPolicy.compositeIndex is not known',
      'SqlContainerResource.ttl is not known',
    ]);
  });

  it('is made as it stands in the file, and shared out to two accounts', () => {
    const containers = named(main(), 'var').find(({ name }) => name === 'containers')?.value?.text;
    const given = named(main(), 'module').flatMap(one => givenTo(one).get('containers') ?? []);
    const made = textAt(resource(moduleOf('cosmos'), 'shelves'), 'properties.resource');

    expect(containers).toBe("loadJsonContent('containers.json')");
    expect(given).toEqual([
      "filter(containers, container => container.id != 'keys')",
      "filter(containers, container => container.id == 'keys')",
    ]);
    expect(made).toBe('container');
  });

  it('has properties that the service knows', () => {
    const mappers = join(dirname(require.resolve('@azure/arm-cosmosdb')), 'models', 'mappers.js');
    const known = readFileSync(mappers, 'utf8');
    const given = named(moduleOf('cosmos'), 'resource')
      .filter(({ type }) => type.startsWith('Microsoft.DocumentDB/'))
      .flatMap(({ value }) => entriesOf(valueAt(value, 'properties')).map(([name]) => name));

    expect(given).toContain('disableLocalAuth');
    expect(given.filter(name => !known.includes(`serializedName: "properties.${name}"`))).toEqual([]);
  });

  it('does not keep destroyed keys as long as what they sealed', () => {
    const tiers = named(main(), 'module').flatMap(one => givenTo(one).get('backupTier') ?? []);

    expect(tiers).toEqual(["'Continuous30Days'", "'Continuous7Days'"]);
  });
});

describe('who administers what', () => {
  it('can be split: what is sealed, what opens it and what vouches for it lie in groups of their own', () => {
    const groupOf = Object.fromEntries(
      named(main(), 'module').map(({ name, value }) => [name, textAt(value, 'scope')]),
    );

    expect(groupOf).toEqual({
      ...{ identities: 'appGroup', monitoring: 'appGroup', network: 'appGroup', registry: 'appGroup' },
      ...{ data: 'dataGroup', keys: 'keysGroup', vault: 'keysGroup', anchors: 'anchorsGroup' },
      running: 'appGroup',
    });
  });
});

const settingsIn = (file: BicepFile): readonly string[] =>
  every(file.root, 'object')
    .filter(object => valueAt(object, 'value') !== undefined)
    .map(object => textAt(object, 'name'))
    .filter(name => /^[A-Z_]+$/.test(name));

/** What the template sets, by name. */
const settings = (): readonly string[] => {
  const given = named(main(), 'module').find(({ name }) => name === 'running')?.value;
  return [
    ...entriesOf(valueAt(given, 'params.settings')).map(([name]) => name),
    ...settingsIn(moduleOf('app')),
  ];
};

const complaintOf = (environment: Readonly<Record<string, string>>): string => {
  try {
    readConfig(environment);
    return '';
  } catch (fault) {
    return String(fault);
  }
};

/** What a setting is given, as it stands in the template. */
const givenAs = (name: string): readonly string[] =>
  every(moduleOf('app').root, 'object')
    .filter(object => textAt(object, 'name') === name)
    .map(object => textAt(object, 'value'));

describe('the settings of the program', () => {
  it('are all set that it cannot do without', () => {
    const complaint = complaintOf(Object.fromEntries(settings().map(name => [name, ''])));
    const asked = [...complaint.matchAll(/at (\w+)/g)].map(([, name = '']) => name);

    expect(asked).toEqual(
      expect.arrayContaining(['MICROSOFT_APP_ID', 'MICROSOFT_APP_TYPE', 'KEY_VAULT_KEY']),
    );
    expect(asked.filter(name => !settings().includes(name))).toEqual([]);
  });

  it('are such as it reads', () => {
    expect(settings().filter(name => !Object.hasOwn(Environment.shape, name))).toEqual([]);
  });

  it('are none that it refuses: no secret among them', () => {
    const reasons = /(no secret|for the local world|always)/;
    const refused = Object.keys(Environment.shape).filter(name => {
      const [told = ''] = complaintOf({ [name]: 'x' }).split(`\n  → at ${name}\n`);
      return reasons.test(told.split('✖').at(-1) ?? '');
    });

    expect(refused).toContain('MICROSOFT_APP_PASSWORD');
    expect(settings().filter(name => refused.includes(name))).toEqual([]);
  });

  it('say what the bot is, and how many stand before it', () => {
    expect(givenAs('MICROSOFT_APP_TYPE')).toEqual(['UserAssignedMsi']);
    expect(givenAs('TRUSTED_PROXIES')).toEqual(['1']);
    expect(complaintOf({ MICROSOFT_APP_TYPE: 'UserAssignedMsi', TRUSTED_PROXIES: '1' })).not.toMatch(
      /APP_TYPE|PROXIES/,
    );
  });

  it('are one identity for the program, the bot’s, and another for the verifier', () => {
    expect(givenAs('MICROSOFT_APP_ID')).toEqual(['program.clientId']);
    expect(givenAs('AZURE_CLIENT_ID')).toEqual(['verifier.clientId']);
    expect(textAt(resource(moduleOf('bot'), 'bot'), 'properties.msaAppId')).toBe('program.clientId');
  });
});

describe('the environments', () => {
  it('have one file each', () => {
    const { decorators = [] } = named(main(), 'param').find(({ name }) => name === 'environment') ?? {};
    const allowed = /@allowed\(\[([^\]]+)\]\)\s*param environment/.exec(main().root.text)?.[1] ?? '';
    const environments = [...allowed.matchAll(/'(\w+)'/g)].map(
      ([, name]) => `infra/${name ?? ''}.bicepparam`,
    );
    const environmentIn = (path: string): string =>
      named(bicepAt(path), 'var').find(({ name }) => name === 'environment')?.value?.text ?? '';

    expect(decorators).toContain('allowed');
    expect([...pathsOf('.bicepparam')].sort()).toEqual([...environments].sort());
    expect(
      pathsOf('.bicepparam').filter(
        path => !path.endsWith(`/${environmentIn(path).slice(1, -1)}.bicepparam`),
      ),
    ).toEqual([]);
  });
});

describe('the program in its container', () => {
  const container = (name: string) =>
    every(moduleOf('app').root, 'object').find(
      object => textAt(object, 'name') === name && valueAt(object, 'image') !== undefined,
    );

  it('is asked whether it lives and, apart from that, whether it is ready', () => {
    const probes = named(moduleOf('app'), 'var').find(({ name }) => name === 'probes')?.value;
    const asked = (probes === undefined ? [] : partsOf(probes)).map(probe => [
      textAt(probe, 'type'),
      textAt(probe, 'httpGet.path'),
    ]);

    expect(textAt(container('program'), 'probes')).toBe('resting ? [] : probes');
    expect(asked).toEqual([
      ['Startup', '/healthz'],
      ['Liveness', '/healthz'],
      ['Readiness', '/readyz'],
    ]);
  });

  it('is not asked more often in vain than the platform allows', () => {
    const limits = every(moduleOf('app').root, 'object').flatMap(object => {
      const threshold = textAt(object, 'failureThreshold');
      return threshold === '' ? [] : [Number(threshold)];
    });

    expect(limits).toHaveLength(3);
    expect(Math.max(...limits)).toBeLessThanOrEqual(10);
  });

  it('has a verifier beside it that is somebody else', () => {
    const { name } = { name: textAt(container('verifier'), 'env') };

    expect(name).toContain('verifier.clientId');
    expect(
      textAt(resource(moduleOf('app'), 'verification'), 'identity.userAssignedIdentities'),
    ).not.toContain('program.id');
  });
});

const textsIn = (names: readonly string[]): string =>
  names.map(name => readFileSync(name, 'utf8')).join('\n');

const sources = (): readonly string[] =>
  readdirSync('src', { recursive: true, encoding: 'utf8' }).map(name => join('src', name));

describe('the alerts', () => {
  const alerts = () => moduleOf('alerts').root.text;
  const found = (pattern: RegExp): readonly string[] => [
    ...new Set([...alerts().matchAll(pattern)].map(([, name]) => name ?? '')),
  ];

  it('wait for metrics that the program counts', () => {
    const counted = textsIn(['src/metrics.ts']);
    const unknown = found(/Name == "outbox\.(\w+)"/g).filter(
      name => !counted.includes(`'outbox.${name}'`) && !counted.includes(`entries('${name}'`),
    );

    expect(found(/Name == "(\w+)\./g)).toEqual(['outbox']);
    expect(unknown).toEqual([]);
  });

  it('wait for events that the program logs', () => {
    const logged = textsIn(sources().filter(path => path.endsWith('.ts')));
    const unknown = found(/event == "([^"]+)"/g).filter(event => !logged.includes(`'${event}'`));

    expect(unknown).toEqual([]);
  });

  it('are there for everything that must not pass unseen', () => {
    const names = found(/name: '([a-z-]+)'/g);

    expect(names).toEqual(
      expect.arrayContaining([
        ...['dead-letters', 'oldest-due', 'nobody-leads', 'audit-wrong', 'audit-not-verified'],
        ...['metadata-outage', 'statute-expired', 'statute-expiring', 'refused'],
      ]),
    );
  });

  it('tell of many that are refused by their status, whatever the program says itself', () => {
    const refused = resource(moduleOf('alerts'), 'refused');

    expect(textAt(refused, 'properties.scopes')).toBe('[appId]');
    expect(textAt(refused, 'properties.criteria')).toMatch(/'statusCode'.*'Include'.*\['401'\]/);
  });

  it('wait for words that the verifier says', () => {
    const said = textsIn(['src/audit/report.ts']);

    expect(found(/startswith "([^"]+)"/g).filter(words => !said.includes(words))).toEqual([]);
  });
});

/** A module with its parameters, a secret among them, and one that uses it wrongly. */
const WRONG = bicepFrom.bind(
  undefined,
  [
    '@secure()',
    'param programme string',
    "module bot 'bot.bicep' = {",
    "  name: 'bot'",
    "  params: { stem: programme, tags: {}, program: {}, tier: 'F0', publicUrl: 'a', colour: 'red' }",
    '}',
    'output a string = bot.outputs.secret',
  ].join('\n'),
);

describe('isJoined', () => {
  it.each(pathsOf('.bicep'))('holds in %s', path => {
    expect(isJoined(bicepAt(path))).toEqual([]);
  });

  it('finds what a module misses, does not know, does not keep secret and does not tell', () => {
    const faults = isJoined(WRONG('infra/modules/sample.bicep'));

    expect(faults).toEqual([
      'bot does not get workspaceId',
      'bot does not know colour',
      'bot does not keep stem secret',
      'bot does not tell secret',
    ]);
  });
});

describe('suits', () => {
  it.each(pathsOf('.bicepparam'))('holds for %s', path => {
    const file = bicepAt(path);

    expect(file.root.hasError).toBe(false);
    expect(suits(main())(file)).toEqual([]);
  });

  it('finds what an environment misses, and does not know', () => {
    const file = bicepFrom("using 'main.bicep'\nparam colour = 'red'\n", 'sample.bicepparam');

    const faults = suits(main())(file);

    expect(faults).toContain('sample.bicepparam does not get environment');
    expect(faults).toContain('sample.bicepparam does not know colour');
  });

  it('leaves what is secret to whoever deploys', () => {
    const secrets = pathsOf('.bicepparam').map(
      path => named(bicepAt(path), 'var').find(({ name }) => name === 'programme')?.value?.text,
    );

    expect(secrets).toEqual(secrets.map(() => "readEnvironmentVariable('SENT_UTE_PROGRAMME')"));
  });
});

describe('what the network tells of itself', () => {
  it('is all that the modules ask of it', () => {
    const told = entriesOf(
      named(moduleOf('network'), 'output').find(({ name }) => name === 'endpoints')?.value,
    );
    const asked = pathsOf('.bicep').flatMap(path =>
      [...bicepAt(path).root.text.matchAll(/\bendpoints\.(?!bicep)(\w+)/g)].map(([, name]) => name),
    );

    expect([...new Set(asked)].filter(name => !told.some(([key]) => key === name))).toEqual([]);
  });
});

describe('the machine of an operator', () => {
  const prefixes = (): readonly (readonly [name: string, address: string])[] =>
    named(moduleOf('network'), 'var').flatMap(({ name, value }) => {
      const [, address] = /^'(10\.20\.[\d./]+)'$/.exec(value?.text ?? '') ?? [];
      return address === undefined ? [] : [[name, address] as const];
    });
  const bounds = (address: string): readonly [from: number, to: number] => {
    const [ip = '', bits = ''] = address.split('/');
    const from = Number(ip.split('.').at(-1));
    return [from, from + 2 ** (32 - Number(bits)) - 1];
  };

  it('has a place in the network only while it is asked for, and reaches the services from there', () => {
    const { text } = moduleOf('network').root;
    const asked = named(main(), 'param').find(({ name }) => name === 'operatorSubnet')?.value?.text;

    expect(asked).toBe('false');
    expect(textAt(resource(moduleOf('network'), 'servicesRules'), 'properties.securityRules')).toMatch(
      /^concat\(operatorSubnet \? toServices : \[\], /,
    );
    expect(textAt(resource(moduleOf('network'), 'net'), 'properties.subnets')).toMatch(
      /, operatorSubnet \? operatorSubnets : \[\]\)$/,
    );
    expect(text).toMatch(/resource operatorRules '[^']+' = if \(operatorSubnet\)/);
  });

  it('takes no addresses of others', () => {
    const taken = prefixes()
      .map(([, address]) => bounds(address))
      .sort(([one], [other]) => one - other);

    expect(prefixes().map(([name]) => name)).toEqual(['apps', 'services', 'operator', 'bastion']);
    expect(taken.every(([from], i) => from > (taken[i - 1]?.[1] ?? -1))).toBe(true);
    expect(taken.at(-1)?.[1]).toBeLessThan(256);
  });
});

describe('the anchors', () => {
  it('keep their policy as it was locked: production says whether it was', () => {
    const anchors = named(main(), 'module').find(({ name }) => name === 'anchors');
    const said = named(bicepAt('infra/production.bicepparam'), 'var').map(({ name }) => name);

    expect(anchors === undefined ? '' : givenTo(anchors).get('locked')).toBe('anchorsLocked');
    expect(said).toContain('anchorsLocked');
  });
});

/** What Azure allows, with the longest that may be asked for. */
const LONGEST: Readonly<Record<string, number>> = {
  "'cr${product}${token}'": 50,
  "'kv${product}${token}'": 24,
  "'st${product}${token}'": 24,
  "empty(dataAccount) ? 'db-${stem}-data-${token}' : dataAccount": 44,
  "empty(keysAccount) ? 'db-${stem}-keys-${token}' : keysAccount": 44,
};

describe('the names', () => {
  const filled = (written: string): string =>
    (/'([^']+)'/.exec(written)?.[1] ?? '')
      .replace('${stem}', '${product}-production')
      .replace('${product}', 'p'.repeat(8))
      .replace('${token}', 't'.repeat(13));

  it('are as short as Azure wants them', () => {
    const names = named(main(), 'module').flatMap(one => givenTo(one).get('name') ?? []);

    expect([...names].sort()).toEqual(Object.keys(LONGEST).sort());
    expect(names.filter(name => filled(name).length > (LONGEST[name] ?? 0))).toEqual([]);
  });
});
