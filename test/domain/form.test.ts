import { formOf } from '../../src/domain/form';
import { aReferral } from '../builders/referrals';

const PROCESS = { informed: 'week', contactConsent: 'yes', recognisable: false } as const;

describe('formOf', () => {
  it('ticks the eighth answer only when nobody should recognise the person', () => {
    expect(formOf(aReferral(), PROCESS).anonymous).toBe('yes');
    expect(formOf(aReferral(), { ...PROCESS, recognisable: true }).anonymous).toBe('no');
  });

  it('takes the two answers that are process from the case, where they were last given', () => {
    const values = formOf(aReferral(), { ...PROCESS, informed: 'unsafe', contactConsent: 'no' });

    expect(values).toMatchObject({ informed: 'unsafe', 'contact-consent': 'no' });
  });

  it('leaves empty what the reader was not given', () => {
    expect(formOf({}, PROCESS)).toEqual({
      informed: 'week',
      'contact-consent': 'yes',
      anonymous: 'yes',
      contact: '',
      'shut-out': '',
      plan: '',
      'contact-role': '',
      words: '',
      'my-contact': '',
    });
  });

  it('writes an opening with and without its day, and the reason for being urgent', () => {
    expect(formOf({ opening: { kind: 'wish' }, urgent: 'Løslates' }, PROCESS)).toMatchObject({
      opening: 'wish',
      'opening-date': '',
      urgent: 'yes',
      'urgent-reason': 'Løslates',
    });
  });
});
