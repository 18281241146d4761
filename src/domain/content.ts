import { type ConsentTerms } from './consent';
import { type Group, type Section } from './groups';
import { type AgencyId } from './ids';
import { MAPPING_GROUPS, type MappingRecord } from './mapping';
import { type CandidateIdentity, type Referral, type Service } from './referral';
import { type Summary, summaryOf } from './summary';

/** What lies sealed in each section of a referral. */
export type ReferralPart = Partial<Omit<Referral, 'answers'>> & {
  readonly answers?: Partial<Referral['answers']>;
};
/** A group holds its part of the referral, and what the same agency has mapped in it since. */
export type GroupPart = ReferralPart & { readonly mapping?: MappingRecord };
export type SectionContent = {
  readonly B: CandidateIdentity;
  readonly C: GroupPart;
  readonly D: GroupPart;
  readonly E: GroupPart;
  readonly F: GroupPart;
  readonly summary: Summary;
  readonly contact: { readonly reach: string };
  readonly terms: ConsentTerms;
  readonly reason: { readonly text: string };
  readonly notes: { readonly text: string };
};
export type Content = Readonly<Partial<SectionContent>>;
/** What each agency put in, opened. */
export type Revealed = readonly { readonly origin: AgencyId; readonly content: Content }[];

/** To be known at a service is to say something of that kind: LAR is health, prison is justice. */
export const GROUP_OF_SERVICE: Readonly<Record<Service, 'C' | 'D' | 'E'>> = {
  mo: 'C',
  social: 'C',
  strax: 'C',
  other: 'C',
  lar: 'D',
  dps: 'D',
  addiction: 'D',
  police: 'E',
  prison: 'E',
};
const GROUP_OF_OPENING = { sentence: 'E', admission: 'D', wish: 'C', other: 'C' } as const;

const services = (referral: Referral, group: Group): Pick<Referral, 'contact' | 'shutOut'> => ({
  contact: referral.contact.filter(service => GROUP_OF_SERVICE[service] === group),
  shutOut: referral.shutOut.filter(service => GROUP_OF_SERVICE[service] === group),
});
const opening = ({ opening: found }: Referral, group: Group): Pick<Referral, 'opening'> =>
  found !== undefined && GROUP_OF_OPENING[found.kind] === group ? { opening: found } : {};
type Shared = Pick<Referral, 'contact' | 'shutOut' | 'opening'>;
const shared = (referral: Referral, group: Group): Shared => ({
  ...services(referral, group),
  ...opening(referral, group),
});

/**
 * A referral in its groups (domain.md §5): health in D, justice in E, violence in F, the rest in C. Every group is
 * held, an empty one too: that a group is held is told on the case, and must tell nobody whether there is something.
 * Informed and contact consent are process, and stand in the case itself.
 */
export const splitReferral = (referral: Referral): Content => {
  const { scene, violence, substance, mental, history, effect, asked, children } = referral.answers;
  const { plans, contactRole, words, urgent } = referral;
  return {
    C: {
      ...shared(referral, 'C'),
      answers: { scene, asked, children },
      plans,
      contactRole,
      words,
      ...(urgent === undefined ? {} : { urgent }),
    },
    D: { ...shared(referral, 'D'), answers: { substance, mental, history, effect } },
    E: shared(referral, 'E'),
    F: { answers: { violence } },
    summary: summaryOf(referral),
    contact: { reach: referral.reach },
  };
};

const both = <T>(one: readonly T[] = [], other: readonly T[] = []): readonly T[] => [...one, ...other];

/** What the sections one may see add up to; what lies in the others is simply not there. */
export const joinReferral = (content: Content): ReferralPart =>
  [content.C, content.D, content.E, content.F].reduce<ReferralPart>(
    (whole, { mapping: _, ...part } = {}) => ({
      ...whole,
      ...part,
      answers: { ...whole.answers, ...part.answers },
      contact: both(whole.contact, part.contact),
      shutOut: both(whole.shutOut, part.shutOut),
    }),
    {},
  );

/** A referral given anew, with what has been mapped beside it left as it lies. */
export const keepingMapping = (referral: Content, before: Content): Content => ({
  ...referral,
  ...Object.fromEntries(
    MAPPING_GROUPS.flatMap(group => {
      const mapping = before[group]?.mapping;
      return mapping === undefined ? [] : [[group, { ...referral[group], mapping }]];
    }),
  ),
});

export const sectionsOf = (content: Content): readonly Section[] =>
  Object.keys(content) as readonly Section[];
