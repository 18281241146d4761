import { formatFor } from './format';
import { common } from './nb/common';
import { action } from './nb/action';
import { archive } from './nb/archive';
import { agenda } from './nb/agenda';
import { kase } from './nb/case';
import { conclusion } from './nb/conclusion';
import { consent } from './nb/consent';
import { contribution } from './nb/contribution';
import { decision } from './nb/decision';
import { declaration } from './nb/declaration';
import { inbox } from './nb/inbox';
import { incident } from './nb/incident';
import { lookups } from './nb/lookups';
import { mapping } from './nb/mapping';
import { meeting } from './nb/meeting';
import { minutes } from './nb/minutes';
import { notice } from './nb/notice';
import { pausing } from './nb/pausing';
import { access } from './nb/access';
import { disqualification } from './nb/disqualification';
import { done } from './nb/done';
import { extension } from './nb/extension';
import { gap } from './nb/gap';
import { help } from './nb/help';
import { identity } from './nb/identity';
import { mine } from './nb/mine';
import { plan } from './nb/plan';
import { receipt } from './nb/receipt';
import { referral } from './nb/referral';
import { refusal } from './nb/refusal';
import { reminders } from './nb/reminders';
import { sending } from './nb/sending';
import { series } from './nb/series';
import { sharing } from './nb/sharing';
import { statute } from './nb/statute';
import { task } from './nb/task';
import { welcome } from './nb/welcome';
import { withdrawal } from './nb/withdrawal';

/** Bokmål comes first, and is the type of the others: a key that is missing there does not compile. */
export const nb = {
  lang: 'nb',
  ...formatFor('nb-NO', time => `kl. ${time.replace(':', '.')}`),
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
