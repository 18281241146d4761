import { err, ok, type Result } from '../result';
import { holdsNumber } from './check-referral';
import { LONGEST_TEXT } from './draft';
import { DOMAINS, LEVELS, type Level, type MappingDomain, type MappingRecord, type Said } from './mapping';

/** A domain's level has its name; its text the same with this before. */
const TEXT = 'text-';
export const textField = <D extends MappingDomain>(domain: D): `text-${D}` => `${TEXT}${domain}`;
export type MappingField = MappingDomain | `text-${MappingDomain}`;
export const MAPPING_FIELDS: readonly MappingField[] = DOMAINS.flatMap(domain => [domain, textField(domain)]);
/** As the form has them: just as they were ticked and typed. */
export type MappingValues = Readonly<Partial<Record<MappingField, string>>>;

export type MappingProblem = {
  readonly domain: MappingDomain;
  readonly problem: 'unanswered' | 'too-long' | 'holds-number';
};

const levelOf = (text: string | undefined): Level | undefined => LEVELS.find(level => level === text);
const textOf = (values: MappingValues, domain: MappingDomain): string =>
  values[textField(domain)]?.trim() ?? '';

/** An identity number in any way that people divide it is for who reads the press to find. */
const problemOf = (values: MappingValues, domain: MappingDomain): MappingProblem['problem'] | undefined => {
  const text = textOf(values, domain);
  if (text.length > LONGEST_TEXT) return 'too-long';
  if (holdsNumber(text)) return 'holds-number';
  const level = values[domain] ?? '';
  const isChoice = level === '' || levelOf(level) !== undefined;
  return isChoice && (text === '' || level !== '') ? undefined : 'unanswered';
};

/** What the form says, domain by domain; a domain that is left says nothing. A text needs a level to belong to. */
export const checkMapping = (values: MappingValues): Result<Said, readonly MappingProblem[]> => {
  const problems = DOMAINS.flatMap(domain => {
    const problem = problemOf(values, domain);
    return problem === undefined ? [] : [{ domain, problem }];
  });
  if (problems.length > 0) return err(problems);
  return ok(
    Object.fromEntries(
      DOMAINS.flatMap(domain => {
        const level = levelOf(values[domain]);
        return level === undefined ? [] : [[domain, { level, text: textOf(values, domain) }]];
      }),
    ),
  );
};

/** What one agency has said, back in the form. */
export const formOfMapping = (record: MappingRecord): MappingValues =>
  Object.fromEntries(
    DOMAINS.flatMap(domain => {
      const piece = record[domain];
      return piece === undefined
        ? []
        : [
            [domain, piece.level],
            [textField(domain), piece.text],
          ];
    }),
  );
