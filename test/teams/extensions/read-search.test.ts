import { readSearch } from '../../../src/teams/extensions/read-search';
import { createActivities, personalChat, teamsUser, TENANT } from '../../fakes/connector-stub';

const from = createActivities('http://127.0.0.1:3979/');
const searching = (value: unknown, fields: object = {}) => ({
  ...from.dialog('task/fetch', {}),
  ...{ name: 'composeExtension/query', value },
  ...fields,
});
const typed = (parameters: unknown, queryOptions: unknown = { skip: 0, count: 25 }) =>
  searching({ commandId: 'find-case', parameters, queryOptions });

describe('readSearch', () => {
  it('reads who searches, and what was typed', () => {
    const search = readSearch(typed([{ name: 'query', value: 'SU-7K' }]));

    expect(search).toMatchObject({
      ok: true,
      value: {
        ...{ typed: 'SU-7K', isFirstPage: true, locale: 'nb-NO' },
        identity: { tenantId: TENANT, objectId: teamsUser(1).aadObjectId },
        conversation: { kind: 'group', id: personalChat(1)['id'] },
      },
    });
  });

  it.each([
    ['was just opened', [{ name: 'initialRun', value: 'true' }]],
    ['has an unnamed parameter', [{ value: 'SU-7K' }]],
    ['has another parameter', [{ name: 'other', value: 'SU-7K' }]],
    ['has something that is no text', [{ name: 'query', value: { a: 1 } }, null, 7]],
    ['has none', []],
    ['has none at all', undefined],
  ])('reads nothing typed where the search %s', (_, parameters) => {
    expect(readSearch(typed(parameters))).toMatchObject({ ok: true, value: { typed: '' } });
  });

  it('reads no more than somebody types, and knows a further page', () => {
    const search = readSearch(typed([{ name: 'query', value: 'x'.repeat(60_000) }], { skip: 25 }));

    expect(search).toMatchObject({ ok: true, value: { typed: 'x'.repeat(100), isFirstPage: false } });
  });

  it.each([
    ['another command', searching({ commandId: 'refer-candidate', parameters: [] })],
    ['no command', searching({ parameters: [] })],
    ['a list', searching([])],
    ['another invoke', { ...typed([]), name: 'composeExtension/selectItem' }],
    ['nothing', undefined],
  ])('reads nothing of %s', (_, activity) => {
    expect(readSearch(activity)).toEqual({ ok: false, error: { kind: 'unreadable' } });
  });

  it('reads nothing of somebody Teams does not name', () => {
    const search = readSearch({ ...typed([]), from: { id: '29:user-1' } });

    expect(search).toEqual({ ok: false, error: { kind: 'unknown-sender' } });
  });
});
