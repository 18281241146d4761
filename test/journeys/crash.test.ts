import { type Standing } from '../../src/local/demo/connector';
import { held, itemCard, opens, published, refer, type Sent, setReady, words } from './company';
import { type Spawned, spawnCompany } from './spawned';

/** Long enough for the lease of the one who is gone, and for whatever was put off, to have run out. */
const UNTIL_NOBODY_LEADS = 'PT10M';

let company: Spawned;
beforeEach(async () => {
  company = await spawnCompany(['innmelder-mo', 'koordinator', 'koordinator-stedfortreder', 'medlem-helse']);
});
afterEach(() => company.leave());

const comeBack = async (): Promise<void> => {
  await company.restart();
  await company.advance(UNTIL_NOBODY_LEADS);
};

/** What stands where, by its words. */
const standing = (message: Standing): string => `${message.conversationId}\n${words(message.card)}`;
/** How many messages stand there that say what another one says in the same place. */
const doubled = (about: Pick<Sent, 'code'>): number => {
  const all = company.connector
    .everything()
    .map(standing)
    .filter(text => text.includes(about.code) && !text.includes('Bare du ser dette'))
    .map(text => text.replace(/messageid=\S+/, ''));
  return all.length - new Set(all).size;
};

describe('a bot that is killed in the middle', () => {
  it('still has the draft, the posted agenda and everything that was acknowledged', async () => {
    const sent = await published(company);
    const author = company.player('innmelder-mo');
    await author.presses(await author.says('meld inn'), 'save-draft', {
      scene: 'unsure',
      words: 'Halvferdig',
    });
    const inChannel = company.inChannel().length;

    await company.crash();
    await comeBack();

    const again = company.player('innmelder-mo');
    const draft = await again.presses(await again.says('mine innmeldinger'), 'edit-draft');
    const view = await company.player('medlem-helse').pressesInChannel(itemCard(company, sent), 'open-item');
    expect(held(draft, 'words')).toBe('Halvferdig');
    expect(held(draft, 'scene')).toBe('unsure');
    expect(words(view)).toContain('Klar for ressursgruppen');
    expect(company.inChannel()).toHaveLength(inChannel);
    expect(words(await company.player('koordinator').says('saksliste'))).toMatch(/Saksliste · Publisert/);
  });

  it('sends what it had not sent, once, when it is back', async () => {
    const sent = await refer(company);
    company.connector.refuse(({ path }) => (path.includes('/v3/conversations') ? 503 : undefined));
    await company.player('koordinator').sends('mark-ready', { caseId: sent.caseId, nonce: 'ready' });
    await company.settle();
    const before = company.connector.everything().length;

    await company.crash();
    company.connector.refuse(() => undefined);
    await comeBack();

    const told = company.connector.everything().slice(before).map(standing);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Klar for ressursgruppen');
    expect(words(await opens(company, 'koordinator', sent))).toContain('Klar for ressursgruppen');
  });

  it('may send once more what was under way when it was killed, and nothing else', async () => {
    const calm = await refer(company);
    await setReady(company, calm);
    const sent = await refer(company);
    await company.player('koordinator').sends('mark-ready', { caseId: sent.caseId, nonce: 'ready' });
    const posted = { killed: false };
    company.connector.refuse(({ path, body }) => {
      const isItem = path === '/v3/conversations' && body.includes('open-item');
      if (!isItem || posted.killed) return undefined;
      posted.killed = true;
      void company.crash();
      return undefined;
    });
    const coordinator = company.player('koordinator');
    const agenda = await coordinator.says('saksliste');
    await coordinator.presses(agenda, 'publish-agenda').catch(() => undefined);
    await company.settle().catch(() => undefined);
    await company.crash();

    await comeBack();

    const items = company
      .inChannel()
      .map(({ card }) => words(card))
      .filter(text => /Sak \d+ ·/.test(text));
    expect(posted.killed).toBe(true);
    expect(items.filter(text => text.includes(sent.code)).length).toBeGreaterThanOrEqual(1);
    expect(items.filter(text => text.includes(calm.code)).length).toBeGreaterThanOrEqual(1);
    expect(items.length).toBeLessThanOrEqual(3);
    expect(doubled(calm) + doubled(sent)).toBeLessThanOrEqual(1);
  });
});
