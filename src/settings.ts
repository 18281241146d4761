import { checkConfig, type Config } from './config';
import { type Fault, faultsOf, inWords } from './faults';
import { checkProgramme, type Setup } from './programme';

export type Settings = { readonly config: Config; readonly setup: Setup };

const PLACE = 'PROGRAMME_FILE';

/** Nobody could let anybody in if the first admin came from a tenant that is not let in. */
const strangers = ({ tenantIds }: Config, { people }: Setup): readonly Fault[] => {
  const admins = people.filter(({ roles }) => roles.includes('admin'));
  const tenants = admins.flatMap(({ identities }) =>
    identities.map(({ tenantId }) => tenantId.toLowerCase()),
  );
  return tenants.some(tenant => tenantIds.includes(tenant))
    ? []
    : [{ path: [PLACE, 'people'], message: 'the first admin is of a tenant in TENANT_IDS' }];
};

const refuse = (faults: readonly Fault[]): never => {
  throw new Error(`The settings are not complete:\n${inWords(faults)}`);
};

/** All that production is told, by its environment and its programme's file. Throws with every fault of both at once. */
export const readSettings = (environment: Readonly<Record<string, string | undefined>>): Settings => {
  const config = checkConfig(environment);
  const path = environment[PLACE] ?? '';
  const setup = path === '' ? undefined : checkProgramme({ path }, [PLACE]);
  if (!config.ok || setup?.ok !== true)
    return refuse([...faultsOf(config), ...(setup === undefined ? [] : faultsOf(setup))]);
  const faults = strangers(config.value, setup.value);
  return faults.length === 0 ? { config: config.value, setup: setup.value } : refuse(faults);
};
