import { button, type Carried, linking } from './button';
import { type Drawing } from './drawing';
import { type LoggedCase } from './looks';
import { headed, privately } from './parts';
import { type Card, fill } from './template';

type Offer = {
  /** What the file is about, over the heading. */
  readonly about: string;
  /** Fetches the file once. */
  readonly url: string;
  /** Where *Lukk* leads. */
  readonly back: { readonly verb: string } & Carried;
};

/** A file that was asked for, behind a link. */
export const offerCard = ({ t, nonce }: Drawing, { about, url, back }: Offer): Card => {
  const { title, lead, download } = t.lookups.file;
  return fill('notice', {
    ...headed(t, { eyebrow: privately(t, about), title, lead }),
    actions: [
      linking(download, url, { primary: true }),
      button(t.common.close, { ...back, nonce }, { leavesInputs: true }),
    ],
  });
};

type CaseOffer = LoggedCase & Pick<Offer, 'url'> & { readonly back: string };

/** The same, of one case. */
export const fileOfferCard = (d: Drawing, { caseId, code, url, back }: CaseOffer): Card =>
  offerCard(d, { about: d.t.common.caseOf(code), url, back: { verb: back, caseId } });
