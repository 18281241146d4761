import { type Company, type Sent } from '../journeys/company';
import { type Press } from './on-card';

/** What the journey has come to, and every changing press that is good there. */
export type Stage = {
  readonly name: string;
  readonly go: (company: Company, sent: Sent) => unknown;
  readonly presses: (company: Company, sent: Sent) => Promise<readonly Press[]> | readonly Press[];
};
