import { z } from 'zod';
import { type Attack } from './attack';
import { type Answer } from './line';
import { insiderAccounts } from './people';
import { FOREIGN, OWN, TYPED } from './scene';

const Sender = z.object({ from: z.object({ aadObjectId: z.string() }) });

const senderOf = ({ sending }: Attack): string => {
  try {
    return Sender.safeParse(JSON.parse(sending.body.toString('utf8'))).data?.from.aadObjectId ?? '';
  } catch {
    return '';
  }
};

const leakIn = (attack: Attack, { status, body }: Answer): string | undefined => {
  if (body.includes(FOREIGN.text) || body.includes(FOREIGN.number)) return 'shows what is somebody else’s';
  if (status !== 200 && body.includes(TYPED)) return 'repeats what was sent';
  if (body.includes(OWN) && !insiderAccounts.has(senderOf(attack))) return 'shows a case to an outsider';
  return undefined;
};

/** What is wrong with this answer to it; undefined when nothing is. */
export const wrongWith = (attack: Attack, answer: Answer): string | undefined => {
  if (answer.status >= 500) return `answers ${String(answer.status)}`;
  if (answer.status === 0 && attack.sending.isCut !== true) return 'does not answer';
  return leakIn(attack, answer);
};
