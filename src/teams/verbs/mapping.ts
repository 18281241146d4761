import { z } from 'zod';
import { doneCard } from '../../cards/done';
import { mappingCard } from '../../cards/mapping';
import { mappingDomainCard } from '../../cards/mapping-domain';
import { mappingForm } from '../../cards/mapping-form';
import { noLongerAvailableCard, refusalCard } from '../../cards/refusals';
import { type Card } from '../../cards/template';
import { type CaseId } from '../../domain/ids';
import { DOMAINS, type MappingDomain } from '../../domain/mapping';
import {
  MAPPING_FIELDS,
  type MappingProblem,
  type MappingValues,
  textField,
} from '../../domain/mapping-form';
import { mayReadEnd } from '../../policy/visible-process';
import { holdsPerson } from '../chat-guard';
import { type Deps } from '../deps';
import { changes, type Handler, reads, type Turn } from '../handler';
import { refusedOr } from '../refused';
import { given, OfCase, texts } from '../submissions';

const OfDomain = OfCase.extend({ domain: z.enum(DOMAINS).optional() });

type Looking = { readonly caseId: CaseId; readonly domain?: MappingDomain };
const opened = async ({ does }: Deps, { asked, d }: Turn, { caseId, domain }: Looking): Promise<Card> => {
  const found = await does.openMapping({ ...asked, caseId, ...given({ domain }) });
  return refusedOr(d, found, subject => {
    if (!mayReadEnd(d.reader, subject.kase)) return noLongerAvailableCard(d.t, subject.kase.code);
    return domain === undefined ? mappingCard(d, subject) : mappingDomainCard(d, subject, domain);
  });
};

export const onOpenMapping = (deps: Deps): Handler =>
  reads(OfDomain, (turn, { caseId, domain }) => opened(deps, turn, { caseId, ...given({ domain }) }));

export const onStartMapping = ({ does }: Deps): Handler =>
  reads(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.startMapping({ ...asked, caseId }), found => mappingForm(d, found)),
  );

const Said = OfCase.extend({ version: z.string() }).extend(texts(MAPPING_FIELDS));

/** A number that is a person's: found here as in the chat, in any way people divide it. */
const numbersIn = (values: MappingValues): readonly MappingProblem[] =>
  DOMAINS.filter(domain => holdsPerson(values[textField(domain)] ?? '')).map(domain => ({
    domain,
    problem: 'holds-number',
  }));

type Back = {
  readonly caseId: CaseId;
  readonly values: MappingValues;
  readonly problems?: readonly MappingProblem[];
  /** The mark it was drawn over first; without it the form is drawn over what lies there now. */
  readonly seen?: string;
};
/** The form again, with all that was typed. */
const again = async ({ does }: Deps, { asked, d }: Turn, back: Back): Promise<Card> => {
  const { caseId, values, problems = [], seen } = back;
  return refusedOr(d, await does.startMapping({ ...asked, caseId }), found =>
    mappingForm(d, {
      ...found,
      values,
      problems,
      ...(seen === undefined ? { overNew: true } : { seen }),
    }),
  );
};

export const onRecordMapping = (deps: Deps): Handler =>
  changes(Said, async (turn, { caseId, version: seen, ...fields }) => {
    const values = given(fields);
    const numbers = numbersIn(values);
    if (numbers.length > 0) return again(deps, turn, { caseId, values, problems: numbers, seen });
    const said = await deps.does.recordMapping({ ...turn.asked, caseId, values, seen });
    if (said.ok)
      return 'problems' in said.value
        ? again(deps, turn, { caseId, values, problems: said.value.problems, seen })
        : opened(deps, turn, { caseId });
    return said.error.kind === 'changed-meanwhile'
      ? again(deps, turn, { caseId, values })
      : refusalCard(turn.d, said.error, caseId);
  });

export const onStartMeasures = ({ does }: Deps): Handler =>
  changes(OfCase, async ({ asked, d }, { caseId }) =>
    refusedOr(d, await does.startMeasures({ ...asked, caseId }), kase =>
      doneCard(d, { kase, what: 'measures-started' }),
    ),
  );
