import { formatFor } from './format';
import { common } from './nb/common';
import { action } from './nb/action';
import { agenda } from './nb/agenda';
import { kase } from './nb/case';
import { consent } from './nb/consent';
import { decision } from './nb/decision';
import { inbox } from './nb/inbox';
import { lookups } from './nb/lookups';
import { meeting } from './nb/meeting';
import { notice } from './nb/notice';
import { access } from './nb/access';
import { disqualification } from './nb/disqualification';
import { done } from './nb/done';
import { help } from './nb/help';
import { identity } from './nb/identity';
import { mine } from './nb/mine';
import { receipt } from './nb/receipt';
import { referral } from './nb/referral';
import { refusal } from './nb/refusal';
import { sending } from './nb/sending';
import { sharing } from './nb/sharing';
import { welcome } from './nb/welcome';
import { withdrawal } from './nb/withdrawal';

/** Bokmål comes first, and is the type of the others: a key that is missing there does not compile. */
export const nb = {
  lang: 'nb',
  ...formatFor('nb-NO', time => `kl. ${time.replace(':', '.')}`),
  common,
  action,
  agenda,
  kase,
  consent,
  decision,
  inbox,
  meeting,
  notice,
  access,
  disqualification,
  done,
  help,
  identity,
  lookups,
  mine,
  receipt,
  referral,
  refusal,
  sending,
  sharing,
  welcome,
  withdrawal,
};
