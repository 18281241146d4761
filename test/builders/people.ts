import { type Identity, type Person } from '../../src/domain/people';
import { agencyId, personId, seatId } from './ids';

export const TENANT = 'tenant-kommune';

/** A referrer at a service of the municipality, unless the test says otherwise. */
export const aPerson = (over: Partial<Person> = {}): Person => {
  const id = over.id ?? personId('innmelder');
  return {
    id,
    name: 'Innmelder, MO-senter',
    roles: ['referrer'],
    agency: agencyId('sosiale-tjenester'),
    partner: 'kommune',
    service: 'MO-senter',
    identities: [{ tenantId: TENANT, objectId: `object-of-${id}` }],
    language: 'nb',
    ...over,
  };
};

export const aCoordinator = (over: Partial<Person> = {}): Person =>
  aPerson({
    id: personId('koordinator'),
    name: 'Sent ute-koordinator',
    roles: ['coordinator'],
    agency: agencyId('sent-ute-koordinering'),
    service: 'Koordinering',
    ...over,
  });

/** Holds a seat for a hospital department, so that nothing is seen because the agency happens to be the same. */
export const aMember = (over: Partial<Person> = {}): Person =>
  aPerson({
    id: personId('medlem-dps'),
    name: 'Medlem, Kronstad DPS',
    roles: ['member'],
    agency: agencyId('kronstad-dps'),
    partner: 'helse',
    service: 'Kronstad DPS',
    seat: seatId('dps'),
    ...over,
  });

/** The directory's keeper: no case content by that role. */
export const anAdmin = (over: Partial<Person> = {}): Person =>
  aPerson({ id: personId('tilgangsansvarlig'), name: 'Tilgangsansvarlig', roles: ['admin'], ...over });

/** The account that a person presses with. */
export const accountOf = ({ identities: [first] }: Person): Identity => {
  if (first === undefined) throw new Error('this person has no account');
  return first;
};
