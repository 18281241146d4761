import { type Fact } from '../audit/event';
import { type CaseId } from '../domain/ids';
import { NOT_AVAILABLE, type Refusal, WRONG_STATE } from '../domain/refusal';
import { type Ruling } from '../policy/may';
import { err, ok, type Result } from '../result';
import { type Asked, factOf } from './asked';
import { type Committed } from './ports/common';
import { type World } from './world';

/** One change of one subject, in the parts that differ from verb to verb. */
export type Change<File, Plan> = {
  readonly operation: string;
  readonly subject: string;
  readonly caseId?: CaseId;
  readonly load: () => Promise<File | undefined>;
  /** Whether this very command was saved before. */
  readonly known: () => Promise<boolean>;
  readonly judge: (file: File) => Ruling;
  /** Whether the asker may see the subject at all, and so be told that its state forbids this. */
  readonly sees: (file: File) => boolean;
  readonly decide: (file: File) => Promise<Result<Plan, Refusal>>;
  readonly commit: (file: File, plan: Plan, fact: Fact) => Promise<Committed>;
};

/** `plan` is what was saved now; undefined when the same command had been saved before: `file` is then as it left it. */
export type Performed<File, Plan> = { readonly file: File; readonly plan?: Plan };

/** What no table grants. */
export const REFUSED: Ruling = { allowed: false, rule: 'none' };

/** A refusal is an event, too. One batch in the asker's own partition, whatever the reason was. */
export const refuse = async (
  world: Pick<World, 'people'>,
  asked: Asked,
  what: { readonly operation: string; readonly subject: string; readonly caseId?: CaseId },
): Promise<void> => {
  const fact = factOf(asked, what, REFUSED);
  await world.people.recordLookup({ by: asked.by, fact }, asked.within);
};

type Outcome<File, Plan> = Result<Performed<File, Plan>, Refusal>;

const onRefusal = async <File, Plan>(
  { world, asked, change }: Doing<File, Plan>,
  file: File | undefined,
  refusal: Refusal,
): Promise<Outcome<File, Plan>> => {
  const known = await change.known();
  if (known && file !== undefined) return ok({ file });
  await refuse(world, asked, change);
  return err(refusal);
};

type Doing<File, Plan> = {
  readonly world: World;
  readonly asked: Asked;
  readonly change: Change<File, Plan>;
};

const decided = async <File, Plan>(
  doing: Doing<File, Plan>,
  file: File,
  ruling: Ruling,
): Promise<Outcome<File, Plan> | 'again'> => {
  const { asked, change } = doing;
  const plan = await change.decide(file);
  if (!plan.ok) return onRefusal(doing, file, plan.error);
  const saved = await change.commit(file, plan.value, factOf(asked, change, ruling));
  if (saved === 'changed-meanwhile') return 'again';
  if (saved === 'done') return ok({ file, plan: plan.value });
  return ok({ file: (await change.load()) ?? file });
};

const once = async <File, Plan>(doing: Doing<File, Plan>): Promise<Outcome<File, Plan> | 'again'> => {
  const { change } = doing;
  const file = await change.load();
  if (file === undefined) return onRefusal(doing, file, NOT_AVAILABLE);
  const ruling = change.judge(file);
  if (ruling.allowed) return decided(doing, file, ruling);
  return onRefusal(doing, file, change.sees(file) ? WRONG_STATE : NOT_AVAILABLE);
};

/**
 * load → may → decide → save, again from the start while somebody else was first, until the deadline (design.md §2).
 * No such subject, not yours and disqualified read the same and cost the same.
 */
export const perform = async <File, Plan>(
  world: World,
  asked: Asked,
  change: Change<File, Plan>,
): Promise<Outcome<File, Plan>> => {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await once({ world, asked, change });
    if (outcome !== 'again') return outcome;
    await world.pause(attempt, asked.within);
  }
};
