import { formatFor } from './format';
import { type nb } from './nb';
import { common } from './en/common';
import { action } from './en/action';
import { agenda } from './en/agenda';
import { kase } from './en/case';
import { consent } from './en/consent';
import { decision } from './en/decision';
import { inbox } from './en/inbox';
import { lookups } from './en/lookups';
import { meeting } from './en/meeting';
import { notice } from './en/notice';
import { access } from './en/access';
import { disqualification } from './en/disqualification';
import { done } from './en/done';
import { help } from './en/help';
import { identity } from './en/identity';
import { mine } from './en/mine';
import { receipt } from './en/receipt';
import { referral } from './en/referral';
import { refusal } from './en/refusal';
import { sending } from './en/sending';
import { sharing } from './en/sharing';
import { welcome } from './en/welcome';
import { withdrawal } from './en/withdrawal';

export const en: typeof nb = {
  lang: 'en',
  ...formatFor('en-GB', time => time),
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
