import { type Person, type Role, ROLES } from '../../../src/domain/people';
import { agencyId, day, personId, seatId } from '../../builders/ids';
import { aPerson } from '../../builders/people';

/** Whom the question is about; what they are to the subject is in the subject. */
export const ME = personId('den-det-gjelder');
export const SOMEBODY = personId('en-annen');
export const MY_SEAT = seatId('mitt-sete');

/** Seven agencies over the three partners; the last refers nobody. */
export const AGENCIES = (
  [
    ['sosiale-tjenester', 'kommune'],
    ['kronstad-dps', 'helse'],
    ['innsatsgruppen', 'politi'],
    ['psykisk-helse', 'kommune'],
    ['rusmedisin', 'helse'],
    ['felles-paatale', 'politi'],
    ['sent-ute-koordinering', 'kommune'],
  ] as const
).map(([id, partner]) => ({ id: agencyId(id), name: id, partner }));
export const ORIGINS = AGENCIES.slice(0, 6).map(({ id }) => id);

/** What someone can be to a subject, beside what the directory says. */
type Tie = 'author' | 'owner' | 'stand-in' | 'chair' | 'proposed' | 'registrar';
export type Reader = { readonly kind: string; readonly person: Person; readonly is: readonly Tie[] };

type Kind = {
  readonly kind: string;
  readonly roles: readonly Role[];
  readonly seated?: true;
  readonly removed?: true;
  readonly is?: readonly Tie[];
};
/** The nine of domain.md §2. */
const NINE: readonly Kind[] = [
  { kind: 'referrer who sent it', roles: ['referrer'], is: ['author'] },
  { kind: 'coordinator', roles: ['coordinator'] },
  { kind: 'member', roles: ['member'], seated: true },
  { kind: 'chair', roles: ['member'], seated: true, is: ['chair'] },
  { kind: 'owner of a task', roles: [], is: ['owner'] },
  { kind: 'leader', roles: ['leader'] },
  { kind: 'steering', roles: ['steering'] },
  { kind: 'privacy officer', roles: ['privacy-officer'] },
  { kind: 'admin', roles: ['admin'] },
];
/** Those between them. */
const BETWEEN: readonly Kind[] = [
  { kind: 'referrer who did not send it', roles: ['referrer'] },
  { kind: 'member without a seat', roles: ['member'] },
  { kind: 'chair by name only', roles: [], is: ['chair'] },
  { kind: 'chair without a seat', roles: ['member'], is: ['chair'] },
  { kind: 'stand-in for an owner, who seats register by', roles: [], is: ['stand-in', 'registrar'] },
  { kind: 'asked to take over a task', roles: ['referrer'], is: ['proposed'] },
  { kind: 'leader with a seat', roles: ['leader', 'member'], seated: true },
  { kind: 'coordinator who sent it', roles: ['coordinator', 'referrer'], is: ['author'] },
  {
    kind: 'everything, and removed',
    roles: ROLES,
    seated: true,
    removed: true,
    is: ['author', 'owner', 'chair', 'proposed', 'registrar'],
  },
];

const readerOf = (
  { kind, roles, seated, removed, is = [] }: Kind,
  { id, partner }: (typeof AGENCIES)[0],
) => ({
  kind,
  is,
  person: aPerson({
    id: ME,
    roles,
    agency: id,
    partner,
    ...(seated === true ? { seat: MY_SEAT } : {}),
    ...(removed === true ? { removedOn: day('2026-12-01') } : {}),
  }),
});

/** Everyone there can be: the nine at each of the agencies, the others at one of each partner. */
export const EVERYONE: readonly Reader[] = [
  ...NINE.flatMap(kind => AGENCIES.map(agency => readerOf(kind, agency))),
  ...BETWEEN.flatMap(kind => AGENCIES.slice(0, 3).map(agency => readerOf(kind, agency))),
];

/** Me, when I am that to the subject; otherwise somebody else. */
export const tied = ({ is }: Reader, tie: Tie): typeof ME => (is.includes(tie) ? ME : SOMEBODY);
