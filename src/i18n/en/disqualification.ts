import { type disqualification as nb } from '../nb/disqualification';

export const disqualification: typeof nb = {
  declare: 'Declare a conflict',
  consequence:
    'You will no longer see or do anything in this case. It cannot be undone here. Nobody asks why.',
  yes: 'Yes, I am disqualified',
  declared: 'You are disqualified',
  declaredLead: 'From now on you do not see this case. The coordinator can call in your stand-in.',
  other: 'Disqualify someone',
  who: 'Who is disqualified?',
  otherConsequence: 'They will not see the case afterwards. It cannot be undone here.',
  person: 'Person',
  chooseWhom: 'Choose whom it concerns.',
  reason: 'Reason',
  reasons: {
    party: 'Party to the case',
    family: 'Close family',
    relation: 'Other close tie',
    other: 'Other',
  },
  save: 'Disqualify',
  saved: 'Saved',
  savedLead: (who: string) => `${who} no longer sees this case.`,
  list: 'Disqualified',
};
