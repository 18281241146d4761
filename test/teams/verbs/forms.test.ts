import { inputIn, inputsIn, wordsIn } from '../../cards/rules';
import { CANARY, KEPT } from '../../cards/rules';
import { SHORTEST_FORM } from '../../builders/referrals';
import { aHouse, keptIn } from '../../use-cases/asking';
import { aFront, words, wrongWith } from '../front';
import { GOOD } from '../presses';

/** What stands in the form that comes back, by the id of its input. */
const typedIn = (card: object): Readonly<Record<string, unknown>> =>
  Object.fromEntries(inputsIn(card as never).map(({ id, value }) => [String(id), value]));

type Wrong = {
  readonly verb: string;
  /** What is wrong with the press. */
  readonly with: Readonly<Record<string, unknown>>;
  /** What must stand in the form afterwards. */
  readonly kept: Readonly<Record<string, unknown>>;
  readonly says: string;
};

const LONG = 'x'.repeat(250);
const WRONG: readonly Wrong[] = [
  {
    verb: 'review-referral',
    with: { scene: '', words: CANARY, 'contact-role': LONG },
    kept: { ...SHORTEST_FORM, scene: '', words: KEPT, 'contact-role': LONG },
    says: '',
  },
  {
    verb: 'add-information',
    with: { scene: '', words: CANARY },
    kept: { ...SHORTEST_FORM, scene: '', words: KEPT },
    says: '',
  },
  {
    verb: 'name-candidate',
    with: { name: CANARY, nin: '123', 'birth-year': '80' },
    kept: { name: KEPT, nin: '123', 'birth-year': '80' },
    says: '',
  },
  {
    verb: 'name-case-candidate',
    with: { name: CANARY, nin: '010101 12345' },
    kept: { name: KEPT, nin: '010101 12345' },
    says: '',
  },
  {
    verb: 'create-action',
    with: { due: '2026-12-03', detail: CANARY },
    kept: {
      title: 'clarify-living',
      owner: 'ansvarlig',
      due: '2026-12-03',
      detail: KEPT,
      'detail-group': 'C',
    },
    says: words().action.problems['past-date'],
  },
  {
    verb: 'create-action',
    with: { due: '2030-12-03' },
    kept: { due: '2030-12-03', detail: 'Ring utleier' },
    says: words().action.problems['far-date'],
  },
  {
    verb: 'create-action',
    with: { owner: 'ukjent' },
    kept: { detail: 'Ring utleier', due: '2026-12-11' },
    says: words().action.problems['unknown-owner'],
  },
  {
    verb: 'create-action',
    with: { 'detail-group': 'D' },
    kept: { owner: 'ansvarlig', detail: 'Ring utleier', 'detail-group': 'D' },
    says: words().action.problems['owner-may-not-see'],
  },
  {
    verb: 'create-action',
    with: { detail: LONG },
    kept: { detail: LONG },
    says: words().action.problems['too-long'],
  },
  {
    verb: 'create-action',
    with: { detail: 'Ring 010101 12345' },
    kept: { detail: 'Ring 010101 12345' },
    says: words().action.problems['holds-number'],
  },
  {
    verb: 'create-action',
    with: { 'detail-group': undefined },
    kept: { detail: 'Ring utleier' },
    says: words().action.problems.unanswered,
  },
  {
    verb: 'record-consent',
    with: { when: '2026-12-05' },
    kept: { when: '2026-12-05', until: '2027-06-04', preset: 'coordination', 'left-out': 'innsatsgruppen' },
    says: words().consent.problems['asked-in-future'],
  },
  {
    verb: 'record-consent',
    with: { until: '2026-12-03' },
    kept: { until: '2026-12-03', understands: 'yes', how: 'oral', 'asked-by': 'innmelder' },
    says: words().consent.problems['ends-before-today'],
  },
  {
    verb: 'record-consent',
    with: { until: '2028-12-03' },
    kept: { until: '2028-12-03' },
    says: words().consent.problems['too-long'],
  },
  {
    verb: 'record-consent',
    with: { 'left-out': 'innsatsgruppen,,IKKE EN', conditions: CANARY },
    kept: { 'left-out': 'innsatsgruppen,,IKKE EN', conditions: KEPT, preset: 'coordination' },
    says: words().consent.problems['not-a-choice'],
  },
  {
    verb: 'record-consent',
    with: { conditions: 'Ring meg på 99 88 77 66' },
    kept: { conditions: 'Ring meg på 99 88 77 66', preset: 'coordination' },
    says: words().consent.problems['holds-number'],
  },
  {
    verb: 'record-consent',
    with: { representative: 'present', interpreter: 'Somali' },
    kept: { representative: 'present', interpreter: 'Somali', mandate: '' },
    says: words().consent.problems['mandate-missing'],
  },
  {
    verb: 'record-consent',
    with: { preset: 17, when: null, conditions: 'Ring meg først' },
    kept: { preset: '', conditions: 'Ring meg først', until: '2027-06-04', how: 'oral' },
    says: words().consent.problems.unanswered,
  },
  {
    verb: 'record-consent',
    with: { adjusted: 'yes', 'see-C-sosiale-tjenester': 'innsatsgruppen' },
    kept: { 'see-C-sosiale-tjenester': 'innsatsgruppen', 'see-D-sosiale-tjenester': '' },
    says: words().consent.problems['not-in-matrix'],
  },
  {
    verb: 'adjust-consent',
    with: { understands: '', purpose: 'Noe annet' },
    kept: { purpose: 'Noe annet', preset: 'coordination' },
    says: words().consent.problems.unanswered,
  },
  {
    verb: 'renew-consent',
    with: { until: '2026-12-03', conditions: 'Ring meg først' },
    kept: { until: '2026-12-03', conditions: 'Ring meg først' },
    says: words().consent.problems['ends-before-today'],
  },
  {
    verb: 'narrow-consent',
    with: { until: '2027-06-05' },
    kept: { until: '2027-06-05', 'see-C-sosiale-tjenester': 'kronstad-dps' },
    says: words().consent.problems['later-than-now'],
  },
  {
    verb: 'narrow-consent',
    with: { 'see-C-sosiale-tjenester': 7 },
    kept: { until: '2027-06-04' },
    says: words().consent.problems['not-in-matrix'],
  },
  {
    verb: 'record-decision',
    with: { rationale: `Ring 010101 12345 ${CANARY}` },
    kept: { rationale: `Ring 010101 12345 ${KEPT}` },
    says: words().decision.problems['holds-number'],
  },
  {
    verb: 'record-decision',
    with: { rationale: LONG },
    kept: { rationale: LONG },
    says: words().decision.problems['too-long'],
  },
  { verb: 'record-decision', with: { 'defer-reason': '' }, kept: { rationale: 'Samlet innsats' }, says: '' },
  {
    verb: 'record-decision',
    with: { rationale: ' ', dissent: CANARY },
    kept: { rationale: ' ', dissent: KEPT },
    says: words().decision.problems.missing['dissent-seat'],
  },
  {
    verb: 'record-decision',
    with: { 'dissent-seat': 'dps', dissent: 'Ring 010101 12345' },
    kept: { 'dissent-seat': 'dps', dissent: 'Ring 010101 12345', rationale: 'Samlet innsats' },
    says: words().decision.problems['holds-number'],
  },
  {
    verb: 'save-person',
    with: { name: '', service: CANARY, 'tenant-id': 'contoso' },
    kept: { service: KEPT, 'tenant-id': 'contoso', agency: 'innsatsgruppen', seat: 'politi' },
    says: '',
  },
];

describe('a form that is wrong', () => {
  it.each(WRONG.map(wrong => [wrong.verb, JSON.stringify(wrong.with).slice(0, 60), wrong] as const))(
    '%s with %s comes back with all that was typed, and nothing else is kept',
    async (verb, _, wrong) => {
      const good = GOOD[verb];
      const house = aHouse();
      good?.given(house);
      const front = aFront(house);
      const before = keptIn(house);

      const card = await front.press(good?.by ?? 'author', verb, { ...good?.data, ...wrong.with });

      expect(typedIn(card)).toMatchObject(wrong.kept);
      expect(wordsIn(card) + JSON.stringify(card)).toContain(wrong.says);
      expect(wrongWith(card)).toEqual([]);
      expect(verb === 'review-referral' ? before : keptIn(house)).toBe(before);
    },
  );

  it('that is a draft is kept just as it was typed', async () => {
    const house = aHouse();
    const front = aFront(house);
    GOOD['review-referral']?.given(house);

    await front.press('author', 'review-referral', {
      ...GOOD['review-referral']?.data,
      scene: '',
      words: LONG,
    });

    expect([...house.inside.drafts.values()][0]?.draft.values).toMatchObject({ scene: '', words: LONG });
  });

  it('that was a draft sent too late comes back as it lay', async () => {
    const house = aHouse();
    GOOD['submit-referral']?.given(house);
    const [kept] = [...house.inside.drafts.values()];
    if (kept !== undefined)
      house.putDraft({ ...kept.draft, values: { ...kept.draft.values, words: 'Mine ord', scene: '' } });

    const card = await aFront(house).press('author', 'submit-referral', GOOD['submit-referral']?.data);

    expect(inputIn(card, 'words')).toMatchObject({ value: 'Mine ord' });
    expect(house.inside.cases.size).toBe(0);
  });

  it('says of a consent that the person did not understand that it is not saved', async () => {
    const house = aHouse();
    GOOD['record-consent']?.given(house);
    const before = keptIn(house);

    const card = await aFront(house).press('coordinator', 'record-consent', {
      ...GOOD['record-consent']?.data,
      understands: 'unsure',
    });

    expect(wordsIn(card)).toContain(words().refusal.kinds['not-understood'].title);
    expect(keptIn(house)).toBe(before);
  });
});
