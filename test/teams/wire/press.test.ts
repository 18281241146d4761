import { readPress, readSaid } from '../../../src/teams/wire/press';
import { BOT, channelThread, createActivities, teamsUser, TENANT } from '../../fakes/connector-stub';

const SERVICE = 'http://127.0.0.1:3979/';
const from = createActivities(SERVICE);
const identity = { tenantId: TENANT, objectId: teamsUser(1).aadObjectId };
const reference = {
  conversationId: 'a:chat-1',
  serviceUrl: SERVICE,
  tenantId: TENANT,
  botId: BOT.id,
  userId: teamsUser(1).id,
};

describe('readPress', () => {
  it('reads a press of a card', () => {
    const press = readPress(from.execute('open-case', { caseId: 'c', version: 3 }, { id: 'in-x' }));

    expect(press).toEqual({
      ok: true,
      value: {
        identity,
        verb: 'open-case',
        data: { caseId: 'c', version: 3 },
        activityId: 'in-x',
        replyToId: 'sent-0',
        conversation: { kind: 'personal', id: 'a:chat-1' },
        locale: 'nb-NO',
        reference,
      },
    });
  });

  it.each(['task/fetch', 'task/submit'] as const)('reads a press that comes as %s', name => {
    const msteams = { type: 'task/fetch' };

    const press = readPress(from.dialog(name, { verb: 'open-case', caseId: 'c', msteams }));

    expect(press).toMatchObject({
      ok: true,
      value: { verb: 'open-case', inDialog: true },
    });
    expect(press.ok && press.value.data).toEqual({ caseId: 'c' });
  });

  it('reads what is sent in from a dialog that a command opened as a press there', () => {
    const sent = from.dialog('task/submit', { verb: 'save-draft', words: 'x' });

    const press = readPress({ ...sent, name: 'composeExtension/submitAction' });

    expect(press).toMatchObject({
      ok: true,
      value: {
        ...{ verb: 'save-draft', data: { words: 'x' }, inDialog: true },
        conversation: { kind: 'group', id: 'a:chat-1' },
      },
    });
  });

  it('reads a command as the press it stands for, and nothing of the message it was called on', () => {
    const value = {
      ...{ commandId: 'refer-candidate', commandContext: 'message', data: { verb: 'open-case', words: 'x' } },
      messagePayload: { body: { content: 'x' } },
    };

    const press = readPress({ ...from.dialog('task/fetch', {}), name: 'composeExtension/fetchTask', value });

    expect(press).toMatchObject({ ok: true, value: { verb: 'start-referral', inDialog: true } });
    expect(press.ok && press.value.data).toEqual({});
  });

  it.each([{ commandId: 'find-case' }, { commandId: 'toString' }, { commandId: 7 }, {}])(
    'reads no command of %j',
    value => {
      const press = readPress({
        ...from.dialog('task/fetch', {}),
        name: 'composeExtension/fetchTask',
        value,
      });

      expect(press).toEqual({ ok: false, error: { kind: 'unreadable' } });
    },
  );

  it('takes a chat of two people for one that others read, though Teams calls it personal', () => {
    const conversation = {
      id: '19:one_other@unq.gbl.spaces',
      conversationType: 'personal',
      tenantId: TENANT,
    };

    const press = readPress(from.execute('open-by-code', {}, { conversation }));

    expect(press).toMatchObject({ ok: true, value: { conversation: { kind: 'group' } } });
  });

  it('takes a button without data for one with empty data', () => {
    const press = readPress(
      from.execute('x', {}, { value: { action: { type: 'Action.Execute', verb: 'x' } } }),
    );

    expect(press).toMatchObject({ ok: true, value: { data: {} } });
  });

  it.each([
    ['personal', 'personal'],
    ['channel', 'channel'],
    ['groupChat', 'group'],
    ['something new', 'group'],
    [undefined, 'group'],
  ])('takes a conversation of type %s for %s', (conversationType, kind) => {
    const press = readPress(
      from.execute('x', {}, { conversation: { id: 'c', tenantId: TENANT, conversationType } }),
    );

    expect(press).toMatchObject({ ok: true, value: { conversation: { kind, id: 'c' } } });
  });

  it('falls back on the tenant in the channel data', () => {
    const press = readPress(from.execute('x', {}, { conversation: { id: 'c' } }));

    expect(press).toMatchObject({ ok: true, value: { identity, reference: { tenantId: TENANT } } });
  });

  it('T02 takes the person from the activity, whatever the data claims', () => {
    const lie = { identity: { tenantId: 'x', objectId: 'y' }, from: teamsUser(2), aadObjectId: 'z' };

    const press = readPress(from.execute('x', lie));

    expect(press).toMatchObject({ ok: true, value: { identity } });
  });

  it.each([
    ['has no object id', { from: { id: '29:x' } }, 'unknown-sender'],
    ['has an empty tenant', { conversation: { id: 'c' }, channelData: undefined }, 'unknown-sender'],
    ['has no activity id', { id: undefined }, 'unreadable'],
    ['is a message', { type: 'message', name: undefined }, 'unreadable'],
    ['is another invoke', { name: 'composeExtension/query' }, 'unreadable'],
    ['has no action', { value: {} }, 'unreadable'],
    ['has a verb that is a number', { value: { action: { verb: 1 } } }, 'unreadable'],
    ['has an empty verb', { value: { action: { verb: '' } } }, 'unreadable'],
  ])('is refused when it %s', (_name, fields, kind) => {
    const press = readPress(from.execute('x', {}, fields));

    expect(press).toEqual({ ok: false, error: { kind } });
  });
});

describe('readSaid', () => {
  it('reads what was written, by whom and where', () => {
    const said = readSaid(from.message('  hjelp ', { id: 'in-y', conversation: channelThread() }));

    expect(said).toMatchObject({
      ok: true,
      value: {
        identity,
        text: 'hjelp',
        activityId: 'in-y',
        conversation: { kind: 'channel' },
        locale: 'nb-NO',
      },
    });
  });

  it.each([
    ['<at>Sent ute</at> hjelp', 'hjelp'],
    ['<at id="0">Sent ute</at>&nbsp;sak SU-1\n', 'sak SU-1'],
    ['hei <AT>En</AT> og <at>To</at>', 'hei og'],
    ['\u00a0språk\u200b', 'språk\u200b'],
    ['spra\u030ak', 'språk'],
    ['<at>uten slutt', '<at>uten slutt'],
    ['', ''],
    [null, ''],
    [undefined, ''],
  ])('makes %j into %j', (text, words) => {
    const said = readSaid(from.message('', { text }));

    expect(said).toMatchObject({ ok: true, value: { text: words } });
  });

  it.each(['<at '.repeat(16_000), '<at>x'.repeat(12_000), '&nbsp'.repeat(12_000)])(
    'T21 takes linear time for a text of 64 KB: %#',
    text => {
      const started = performance.now();

      readSaid(from.message(text));

      expect(performance.now() - started).toBeLessThan(250);
    },
  );

  it.each([
    ['is a press', from.execute('x')],
    ['is nothing', undefined],
    ['is an installation', from.installed()],
  ])('is refused when it %s', (_name, activity) => {
    expect(readSaid(activity)).toEqual({ ok: false, error: { kind: 'unreadable' } });
  });
});
