import { button, linking } from './button';
import { type Drawing } from './drawing';
import { type LoggedCase } from './looks';
import { headed, privately } from './parts';
import { type Card, fill } from './template';

type Offer = LoggedCase & {
  /** Fetches the file once. */
  readonly url: string;
  /** Where *Lukk* leads. */
  readonly back: string;
};

/** A file that was asked for, behind a link. */
export const fileOfferCard = ({ t, nonce }: Drawing, { caseId, code, url, back }: Offer): Card => {
  const { title, lead, download } = t.lookups.file;
  return fill('notice', {
    ...headed(t, { eyebrow: privately(t, t.common.caseOf(code)), title, lead }),
    actions: [
      linking(download, url, { primary: true }),
      button(t.common.close, { verb: back, caseId, nonce }, { leavesInputs: true }),
    ],
  });
};
