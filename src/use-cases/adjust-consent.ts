import { type Case } from '../domain/case';
import { checkConsent, matrixFor } from '../domain/check-consent';
import { type ConsentProblem, type ConsentValues } from '../domain/consent-form';
import { type Matrix } from '../domain/consent-matrix';
import { type CaseId } from '../domain/ids';
import { type Person } from '../domain/people';
import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';
import { type Asked } from './asked';
import { type ConsentAsk, settingFor } from './keep-consent';
import { lookAtCase } from './lookup';
import { type World } from './world';

type Adjusting = Asked & { readonly caseId: CaseId; readonly values: ConsentValues };
/** The matrix filled from the form; or what is wrong with the form first. */
export type Adjusted = {
  readonly kase: Case;
  readonly people: readonly Person[];
} & ({ readonly matrix: Matrix } | { readonly problems: readonly ConsentProblem[] });

/** *Tilpass*: nothing is saved by it, and nothing is shown but who takes part and which groups are held. */
export const adjustConsent =
  (world: World, ask: ConsentAsk) =>
  (asked: Adjusting): Promise<Result<Adjusted, Refusal>> =>
    lookAtCase<Adjusted>(world, asked, {
      operation: `start-${ask}`,
      caseId: asked.caseId,
      question: ({ kase }) => ({ about: 'case', ask, kase }),
      shows: () => [],
      answer: async ({ kase }) => {
        const people = await world.people.all(asked.within);
        const setting = settingFor(world, asked, { kase, people, ask });
        const checked = checkConsent(asked.values, setting);
        return checked.ok
          ? { kase, people, matrix: matrixFor(checked.value, setting) }
          : { kase, people, problems: checked.error };
      },
    });
