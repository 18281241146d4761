import { type Person } from '../domain/people';
import { type Posted } from '../domain/posted';
import { type Instant } from '../domain/time';
import { type Message } from '../use-cases/ports/messenger';
import { type PersonFile, type Reference } from '../use-cases/ports/people';

export type Delivery =
  | { readonly kind: 'to-person'; readonly to: PersonFile; readonly message: Message }
  | { readonly kind: 'post'; readonly message: Message }
  | {
      readonly kind: 'edit';
      readonly message: Message;
      readonly posted: Posted;
      /** Whether it is worth a new message, should the old one be gone. */
      readonly matters: boolean;
    }
  /** An edit in somebody's own chat. */
  | {
      readonly kind: 'clear';
      readonly to: { readonly person: Person; readonly reference: Reference };
      readonly posted: Posted;
      readonly message: Message;
    };
/** `nothing`: no longer true. `later`: what it waits for is not there yet, or its time has not come. */
export type Unsent = { readonly kind: 'nothing' } | { readonly kind: 'later'; readonly at?: Instant };
export type Letter = Delivery | Unsent;
export const isDelivery = (letter: Letter): letter is Delivery =>
  letter.kind !== 'nothing' && letter.kind !== 'later';
