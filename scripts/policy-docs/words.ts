import {
  type CaseCondition,
  type SharingCondition,
  type Standing,
  type VisibleCondition,
} from '../../src/policy/rows';
import { type VisibleWay } from '../../src/policy/visible-table';

type Words<Name extends string> = Readonly<Record<Name, string>>;

/** As they are called in Norwegian, and what that is to the subject (domain.md §2). */
export const STANDINGS: Readonly<Record<Standing, { readonly norsk: string; readonly is: string }>> = {
  referrer: { norsk: 'innmelder', is: 'the role: may send referrals' },
  author: {
    norsk: 'den som meldte inn',
    is: 'sent this referral, and still belongs to the agency it came from',
  },
  coordinator: { norsk: 'koordinator', is: 'the role, the stand-in included' },
  member: { norsk: 'medlem', is: 'holds a seat; of a case only once it has been on an agenda' },
  chair: {
    norsk: 'møteleder',
    is: 'chairs this meeting; of a case, the one it comes up in, or could, until it is over, as a member or the coordinator',
  },
  owner: { norsk: 'ansvarlig', is: 'the owner of the task or the stand-in; of a case, of a task in it' },
  proposed: { norsk: 'foreslått ansvarlig', is: 'asked to take the task over' },
  receiver: { norsk: 'mottaker', is: 'was sent something of the case in danger, now or before' },
  sharer: { norsk: 'etaten som delte', is: 'works on the case in the agency that shared' },
  'sharing-leader': {
    norsk: 'lederen i etaten som delte',
    is: 'leads the agency that shared, and did not share it',
  },
  'asked-seat': { norsk: 'medlem som blir spurt', is: 'holds the seat that is asked' },
  registrar: { norsk: 'registrator', is: 'registers on behalf of the seat' },
  leader: { norsk: 'leder', is: 'the role' },
  steering: { norsk: 'styringsgruppe', is: 'the role' },
  'privacy-officer': { norsk: 'personvernombud', is: 'the role; reads rows of the own partner only' },
  admin: { norsk: 'tilgangsansvarlig', is: 'the role' },
};

/** The last column, with the paragraph of domain.md it comes from. */
export const CONDITIONS: Words<CaseCondition | SharingCondition> = {
  'fits-new-action':
    'on an agenda, or a participant; before consent one of four neutral titles; a member only for the own agency (§15)',
  'holds-a-part': 'the own agency holds something of the case in B–F (§6, §15)',
  'date-reached': 'the date for asking again has come (§3)',
  'is-live': 'it stands open (§6)',
  'awaits-review': 'not reviewed yet, and at most 72 hours ago (§6)',
};

export const WAYS: Words<VisibleWay> = {
  'own-agency': 'what the own agency put in',
  sharing: 'exceptional sharing',
  consent: 'consent',
  summary: 'the summary, for the coordinator',
  'summary-in-the-group': 'the summary, in the group',
  contact: 'how to reach the referrer',
};
export const SIGHT_CONDITIONS: Words<VisibleCondition> = {
  'is-own-agencys': 'it comes from the reader’s own agency (§5)',
  'is-shared-now': 'a sharing that stands open names this group and this reader (§6)',
  'is-consented': 'a consent in force that day opens this group, from that agency, to the reader’s (§6)',
  'knows-not-who':
    'the reader was never sent something of the case in danger, and it never had a participant (§5, §6)',
  'may-be-discussed': 'nobody could recognise the person, or a consent is in force (§4, answer 8)',
};
export const WAY_ORDER = [
  'own-agency',
  'sharing',
  'consent',
  'summary',
  'summary-in-the-group',
  'contact',
] as const satisfies readonly VisibleWay[];

/** What no table says, because it holds for every row of them. */
export const ALWAYS: readonly string[] = [
  'What is not here is forbidden. Someone removed from the directory may do nothing (§2).',
  'A disqualified person may do nothing on the case, and is shown nothing of it (§15).',
  'A role gives nothing on a case by itself, but to the coordinator, and to the privacy officer the access log (§2).',
];
/** What is sealed beside the referral (may-read, `visible.ts`). */
export const BESIDE: readonly (readonly [string, string])[] = [
  [
    'the detail of a task',
    'its owner or the stand-in, when it comes from their own agency or a consent in force opens it (§15)',
  ],
  [
    'what a consent says in words',
    'who works on the case in the agency that recorded it; the coordinator; and, while it holds, whomever it opens something to (§6)',
  ],
  [
    'what a decision says in words',
    'the author and the coordinator; a member while nobody is known by a consent or a sharing, and then when the consent opens something to them (§§5, 6, 7)',
  ],
  ['why something was shared', 'who works on the case in the agency that shared, and its leader (§6)'],
  [
    'the access log',
    'the coordinator: what was shown of the case; a privacy officer: what people of the own partner were shown or refused (§2, §15)',
  ],
];
