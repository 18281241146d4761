import { formatFor } from './format';
import { type nb } from './nb';
import { common } from './nn/common';
import { action } from './nn/action';
import { agenda } from './nn/agenda';
import { kase } from './nn/case';
import { consent } from './nn/consent';
import { decision } from './nn/decision';
import { inbox } from './nn/inbox';
import { lookups } from './nn/lookups';
import { meeting } from './nn/meeting';
import { notice } from './nn/notice';
import { access } from './nn/access';
import { disqualification } from './nn/disqualification';
import { done } from './nn/done';
import { help } from './nn/help';
import { identity } from './nn/identity';
import { mine } from './nn/mine';
import { receipt } from './nn/receipt';
import { referral } from './nn/referral';
import { refusal } from './nn/refusal';
import { sending } from './nn/sending';
import { sharing } from './nn/sharing';
import { welcome } from './nn/welcome';
import { withdrawal } from './nn/withdrawal';

export const nn: typeof nb = {
  lang: 'nn',
  ...formatFor('nn-NO', time => `kl. ${time.replace(':', '.')}`),
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
