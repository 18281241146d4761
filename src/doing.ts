/** The steps of a start, in their order. */
type Step = 'opening the keys' | 'reading the people' | 'listening';
const STEPS: readonly Step[] = ['opening the keys', 'reading the people', 'listening'];

const ASKED = ['getting a token', 'finding the key', 'wrapping a key', 'unwrapping a key', 'batch'];
/** The containers by their ids: the log is open before anything of the database is. */
const PLACES = ['work', 'index', 'ops', 'keys'];
const WAYS = ['read', 'create', 'replace', 'patch', 'remove', 'query'];
const REQUESTS = PLACES.flatMap(name => WAYS.map(way => `${way} ${name}`));

/** All that the log may say somebody was doing when it failed. */
const KNOWN: readonly string[] = [...STEPS, ...ASKED, ...REQUESTS];

type StepFault = Error & { readonly name: 'StepFault'; readonly doing: Step };

const stepFault = (doing: Step, fault: unknown): StepFault =>
  Object.assign(
    new Error(`${doing}: ${fault instanceof Error ? fault.message : 'failed'}`, { cause: fault }),
    {
      name: 'StepFault' as const,
      doing,
    },
  );

/** A fault of this step says afterwards which one it was. */
export const during = async <T>(doing: Step, run: () => Promise<T>): Promise<T> => {
  try {
    return await run();
  } catch (fault) {
    throw stepFault(doing, fault);
  }
};

/** What failed, without the step around it. */
export const causeOf = (fault: unknown): unknown =>
  fault instanceof Error && fault.name === 'StepFault' ? fault.cause : fault;

const knownIn = (fault: unknown): string | undefined => {
  const doing: unknown = fault instanceof Error && 'doing' in fault ? fault.doing : undefined;
  return KNOWN.find(one => one === doing);
};

/** As closely as the fault itself knows, else by its step. */
export const doingOf = (fault: unknown): string | undefined => knownIn(causeOf(fault)) ?? knownIn(fault);
