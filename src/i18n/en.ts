import { formatFor } from './format';
import { type nb } from './nb';
import { common } from './en/common';
import { action } from './en/action';
import { archive } from './en/archive';
import { agenda } from './en/agenda';
import { kase } from './en/case';
import { conclusion } from './en/conclusion';
import { consent } from './en/consent';
import { contribution } from './en/contribution';
import { decision } from './en/decision';
import { declaration } from './en/declaration';
import { inbox } from './en/inbox';
import { incident } from './en/incident';
import { lookups } from './en/lookups';
import { mapping } from './en/mapping';
import { meeting } from './en/meeting';
import { minutes } from './en/minutes';
import { notice } from './en/notice';
import { pausing } from './en/pausing';
import { access } from './en/access';
import { disqualification } from './en/disqualification';
import { done } from './en/done';
import { extension } from './en/extension';
import { gap } from './en/gap';
import { help } from './en/help';
import { identity } from './en/identity';
import { mine } from './en/mine';
import { plan } from './en/plan';
import { receipt } from './en/receipt';
import { referral } from './en/referral';
import { refusal } from './en/refusal';
import { reminders } from './en/reminders';
import { sending } from './en/sending';
import { series } from './en/series';
import { sharing } from './en/sharing';
import { statute } from './en/statute';
import { task } from './en/task';
import { welcome } from './en/welcome';
import { withdrawal } from './en/withdrawal';

export const en: typeof nb = {
  lang: 'en',
  ...formatFor('en-GB', time => time),
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
