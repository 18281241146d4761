import { Router } from 'express';

import { OutboundActivity } from './activity';
import { createConversation, type World } from './new-conversation';
import { placeOf } from './places';
import { answering, notFound, type Reply } from './replies';
import { createRoster } from './roster';
import { type Address, type Sent } from './switchboard';

const BASE = '/relay/:window/connector/v3';
const CONVERSATION = `${BASE}/conversations/:conversation`;
const ACTIVITIES = `${CONVERSATION}/activities`;

type Params = Readonly<Record<string, string>>;

const replyWith = (status: number, sent: Sent): Reply =>
  sent.kind === 'sent' ? { status, body: { id: sent.id } } : sent;

const messageRoutes = (world: World): Router => {
  const { switchboard, channel } = world;
  const create = createConversation(world);
  const to = ({ conversation = '', window = '' }: Params): Address => ({
    place: placeOf(conversation, channel),
    via: window,
  });
  const send = answering(async ({ params, body }) =>
    replyWith(201, await switchboard.send(to(params), OutboundActivity.parse(body))),
  );
  const edit = answering(async ({ params, body }) => {
    const { activity = '' } = params;
    return replyWith(200, await switchboard.edit(to(params), activity, OutboundActivity.parse(body)));
  });
  const remove = answering(async ({ params }) =>
    replyWith(200, await switchboard.remove(to(params), params['activity'] ?? '')),
  );
  return Router()
    .post(
      `${BASE}/conversations`,
      answering(({ params, body }) => create(params['window'] ?? '', body)),
    )
    .post(ACTIVITIES, send)
    .post(`${ACTIVITIES}/:activity`, send)
    .put(`${ACTIVITIES}/:activity`, edit)
    .delete(`${ACTIVITIES}/:activity`, remove);
};

const rosterRoutes = ({ people, channel }: World): Router => {
  const roster = createRoster(people, channel);
  const place = ({ conversation = '' }: Params) => placeOf(conversation, channel);
  const found = (body: unknown): Reply => ({ status: 200, body });
  const members = answering(({ params }) => found(roster.members(place(params))));
  const page = answering(({ params }) => found(roster.page(place(params))));
  const member = answering(({ params }) => {
    const one = roster.member(place(params), params['member'] ?? '');
    return one === undefined ? notFound('No such member.') : found(one);
  });
  return Router()
    .get(`${CONVERSATION}/members`, members)
    .get(`${ACTIVITIES}/:activity/members`, members)
    .get(`${CONVERSATION}/pagedmembers`, page)
    .get(`${CONVERSATION}/members/:member`, member)
    .get(
      `${BASE}/teams/:team`,
      answering(() => found(roster.team)),
    )
    .get(
      `${BASE}/teams/:team/conversations`,
      answering(() => found(roster.channels)),
    );
};

/** The Bot Connector API (v3) as the bot's client calls it, at every window's serviceUrl. */
export const connectorRoutes = (world: World): Router =>
  Router().use(messageRoutes(world)).use(rosterRoutes(world));
