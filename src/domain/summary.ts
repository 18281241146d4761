import { type Asked, type Referral, type Service } from './referral';

export const CRITERIA = ['scene', 'violence', 'substance', 'mental', 'history', 'effect'] as const;
type Criterion = (typeof CRITERIA)[number];
export type Met = 'yes' | 'no' | 'unsure';
export const SERVICE_KINDS = [
  'addiction-care',
  'social-services',
  'mental-health',
  'low-threshold',
  'justice',
  'other',
] as const;
type ServiceKind = (typeof SERVICE_KINDS)[number];

/**
 * The de-identified summary (avidentifisert sammendrag, domain.md §5): criteria met, kinds of services, what is asked.
 * Never scene, age, sex, housing, exclusions, plan or dates. It is still personal data.
 */
export type Summary = {
  readonly criteria: Readonly<Record<Criterion, Met>>;
  readonly kinds: readonly ServiceKind[];
  readonly asked: Asked;
};

const KIND_OF: Readonly<Record<Service, ServiceKind>> = {
  mo: 'low-threshold',
  strax: 'low-threshold',
  social: 'social-services',
  lar: 'addiction-care',
  addiction: 'addiction-care',
  dps: 'mental-health',
  police: 'justice',
  prison: 'justice',
  other: 'other',
};

const violenceMet = (violence: Referral['answers']['violence']): Met => {
  if (violence === 'unknown') return 'unsure';
  return violence === 'neither' ? 'no' : 'yes';
};

export const summaryOf = ({ answers, contact }: Referral): Summary => ({
  criteria: {
    scene: answers.scene,
    violence: violenceMet(answers.violence),
    substance: answers.substance,
    mental: answers.mental,
    history: answers.history,
    effect: answers.effect,
  },
  kinds: SERVICE_KINDS.filter(kind => contact.some(service => KIND_OF[service] === kind)),
  asked: answers.asked,
});
