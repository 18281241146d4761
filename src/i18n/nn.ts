import { formatFor } from './format';
import { type nb } from './nb';
import { common } from './nn/common';
import { action } from './nn/action';
import { archive } from './nn/archive';
import { agenda } from './nn/agenda';
import { kase } from './nn/case';
import { conclusion } from './nn/conclusion';
import { consent } from './nn/consent';
import { contribution } from './nn/contribution';
import { decision } from './nn/decision';
import { declaration } from './nn/declaration';
import { inbox } from './nn/inbox';
import { incident } from './nn/incident';
import { lookups } from './nn/lookups';
import { mapping } from './nn/mapping';
import { meeting } from './nn/meeting';
import { minutes } from './nn/minutes';
import { notice } from './nn/notice';
import { pausing } from './nn/pausing';
import { access } from './nn/access';
import { disqualification } from './nn/disqualification';
import { done } from './nn/done';
import { extension } from './nn/extension';
import { gap } from './nn/gap';
import { help } from './nn/help';
import { identity } from './nn/identity';
import { mine } from './nn/mine';
import { plan } from './nn/plan';
import { receipt } from './nn/receipt';
import { referral } from './nn/referral';
import { refusal } from './nn/refusal';
import { reminders } from './nn/reminders';
import { sending } from './nn/sending';
import { series } from './nn/series';
import { sharing } from './nn/sharing';
import { statute } from './nn/statute';
import { task } from './nn/task';
import { welcome } from './nn/welcome';
import { withdrawal } from './nn/withdrawal';

export const nn: typeof nb = {
  lang: 'nn',
  ...formatFor('nn-NO', time => `kl. ${time.replace(':', '.')}`),
  common,
  action,
  agenda,
  archive,
  kase,
  conclusion,
  consent,
  contribution,
  decision,
  declaration,
  inbox,
  incident,
  mapping,
  meeting,
  minutes,
  notice,
  pausing,
  access,
  disqualification,
  done,
  extension,
  gap,
  help,
  identity,
  lookups,
  mine,
  plan,
  receipt,
  referral,
  refusal,
  reminders,
  sending,
  series,
  sharing,
  statute,
  task,
  welcome,
  withdrawal,
};
