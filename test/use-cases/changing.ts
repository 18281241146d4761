import { type Case } from '../../src/domain/case';
import { type Refusal } from '../../src/domain/refusal';
import { type Result } from '../../src/result';
import { type UseCases } from '../../src/use-cases/all';
import { type Asked } from '../../src/use-cases/asked';
import { type House, type Who } from './asking';

/** One verb that changes something: who may, of what, and how it is asked. */
export type Changing = {
  readonly operation: string;
  readonly by: Who;
  readonly rule: string;
  readonly subject: string;
  /** What the verb is about; `over` lays something over the case. */
  readonly given: (house: House, over?: Partial<Case>) => void;
  readonly ask: (does: UseCases, asked: Asked) => Promise<Result<unknown, Refusal>>;
  /** It has come to where this verb no longer fits. */
  readonly tooLate?: (house: House) => void;
};
