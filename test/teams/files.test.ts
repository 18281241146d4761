import { type Revealed } from '../../src/domain/content';
import { fileFor } from '../../src/teams/files';
import { aDisqualification } from '../builders/cases';
import { caseCode, caseId, meetingId, personId } from '../builders/ids';
import { type House, ORIGIN, SEALED } from '../use-cases/asking';
import { afterMeeting, approves, MEETING, putMinuted } from '../use-cases/minuted';
import { boxes } from '../fakes/store-cases';
import { aFront } from './front';
import { unzip, wordsInDocument } from './unzip';

const NAMED: Revealed = [...SEALED, { origin: ORIGIN, content: { B: { name: 'Kanari Kandidat' } } }];

/** The case is named, and its decision has a rationale. */
const withSecrets = (house: House): House => {
  const { cases, items } = house.inside;
  const key = `${caseId('one')}/${meetingId()}`;
  const [kase, item] = [cases.get(caseId('one')), items.get(key)];
  if (kase !== undefined) cases.set(caseId('one'), { ...kase, sealed: boxes(NAMED, 1) });
  const rationale = { origin: ORIGIN, section: 'summary', revision: 1, box: 'Kanari begrunnelse' } as const;
  if (item !== undefined) items.set(key, { ...item, rationale });
  return house;
};
const fileOf = async (house: House, who: 'member' | 'coordinator' = 'member') => {
  const front = aFront(house);
  const card = await front.press(who, 'export-minutes', MEETING);
  const [, token = ''] = /files\/([\w.-]+)/.exec(JSON.stringify(card)) ?? [];
  return fileFor(front.deps)(token);
};
const documentOf = async (...asked: Parameters<typeof fileOf>) => {
  const file = await fileOf(...asked);
  return file !== undefined && 'bytes' in file ? unzip(file.bytes) : {};
};
const wordsOf = async (...asked: Parameters<typeof fileOf>): Promise<string> =>
  wordsInDocument((await documentOf(...asked))['word/document.xml'] ?? '');

describe('fileFor', () => {
  it('gives the minutes as a document with code and outcome, and nothing of what is sealed', async () => {
    const house = withSecrets(afterMeeting());
    await approves(house);

    const files = await documentOf(house);
    const words = wordsInDocument(files['word/document.xml'] ?? '');

    expect(words).toContain(`Sak 1: ${caseCode('one')}`);
    expect(words).toContain('Beslutning: Tatt inn');
    expect(words).toContain('Godkjent av Møteleder');
    expect(words).not.toContain('Utkast');
    expect(JSON.stringify(files)).not.toMatch(/Kanari/);
  });

  it('marks what is not approved as a draft', async () => {
    expect(await wordsOf(afterMeeting())).toContain('Utkast. Referatet er ikke godkjent.');
  });

  it('is in bokmål for whoever fetches it, and the same every time', async () => {
    const house = afterMeeting();
    await approves(house);
    const first = await documentOf(house, 'coordinator');
    house.enrol({ ...house.who.member.person, language: 'en' });

    const again = await documentOf(house, 'member');

    expect(again).toEqual(first);
  });

  it('leaves out what its reader is disqualified on, and says that it does', async () => {
    const house = afterMeeting();
    putMinuted(house, 'one', {
      kase: { disqualified: [aDisqualification(personId('medlem-dps'))] },
      item: { number: 1 },
    });
    await approves(house);

    const words = await wordsOf(house);

    expect(words).not.toContain(caseCode('one'));
    expect(words).toContain('Utdrag.');
  });

  it('holds the addenda', async () => {
    const house = afterMeeting();
    await approves(house);
    await house.does.addAddendum({
      ...house.ask('chair', { command: 'add' }),
      ...MEETING,
      text: 'Rettet <sted> & tid',
    });

    expect(await wordsOf(house)).toContain('Rettet <sted> & tid');
  });
});
