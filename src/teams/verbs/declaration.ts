import { z } from 'zod';
import { declarationForm, declarationSigned } from '../../cards/declaration';
import { type Deps } from '../deps';
import { changes, type Handler, Nothing, reads } from '../handler';
import { refusedOr } from '../refused';

export const onStartDeclaration = (): Handler =>
  reads(Nothing, ({ d }) => Promise.resolve(declarationForm(d)));

/** The tick is the signature: without it nothing is signed. */
const Signed = z.object({ signed: z.literal('yes') });

export const onSignDeclaration = ({ does }: Deps): Handler =>
  changes(Signed, async ({ asked, d }) =>
    refusedOr(d, await does.signDeclaration(asked), reader => declarationSigned({ ...d, reader })),
  );
