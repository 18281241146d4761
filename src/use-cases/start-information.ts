import { type Case } from '../domain/case';
import { joinReferral } from '../domain/content';
import { type FormValues } from '../domain/draft';
import { formOf } from '../domain/form';
import { type CaseId } from '../domain/ids';
import { type Refusal } from '../domain/refusal';
import { visible } from '../policy/visible';
import { type Result } from '../result';
import { type Asked, momentOf } from './asked';
import { lookAtCase } from './lookup';
import { type World } from './world';

/** The author's own referral, back in the form it came from. */
export const startInformation =
  (world: World) =>
  (
    asked: Asked & { readonly caseId: CaseId },
  ): Promise<Result<{ readonly kase: Case; readonly values: FormValues }, Refusal>> =>
    lookAtCase(world, asked, {
      operation: 'start-information',
      caseId: asked.caseId,
      question: ({ kase }) => ({ about: 'case', ask: 'add-information', kase }),
      shows: ({ kase }) =>
        visible(asked.by.person, kase, momentOf(world, asked)).filter(
          ({ origin, section }) => origin === kase.origin && section !== 'B',
        ),
      answer: async (file, shows) => {
        const [own] = await world.cases.reveal(file, shows, asked.within);
        const content = own?.content ?? {};
        const referral = { ...joinReferral(content), reach: content.contact?.reach ?? '' };
        return { kase: file.kase, values: formOf(referral, file.kase) };
      },
    });
