import { type Case } from '../domain/case';
import { type Refusal } from '../domain/refusal';
import { type Result } from '../result';
import { type Asked } from './asked';
import { lookUp } from './lookup';
import { type DraftBrief } from './ports/drafts';
import { type World } from './world';

export type MyReferrals = { readonly cases: readonly Case[]; readonly drafts: readonly DraftBrief[] };

const newestFirst = (cases: readonly Case[]): readonly Case[] =>
  [...cases].sort((one, other) => other.submittedAt.localeCompare(one.submittedAt));

export const listMyReferrals =
  (world: World) =>
  (asked: Asked): Promise<Result<MyReferrals, Refusal>> =>
    lookUp(world, asked, {
      ask: 'list-my-referrals',
      answer: async () => {
        const author = asked.by.person.id;
        const [cases, drafts] = await Promise.all([
          world.cases.byAuthor(author, asked.within),
          world.drafts.byAuthor(author, asked.within),
        ]);
        return { cases: newestFirst(cases), drafts };
      },
    });
