import { type House, type Who } from '../use-cases/asking';

/** One good press of a verb: by whom, on what, and with which data. */
export type GoodPress = {
  readonly by: Who;
  readonly given: (house: House) => void;
  readonly data: Readonly<Record<string, unknown>>;
  /** Changes what is kept. */
  readonly changes: boolean;
};
