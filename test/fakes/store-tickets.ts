import { type Ticket, type Tickets } from '../../src/use-cases/ports/tickets';
import { fakeDigest, type StoreState, turn } from './store-state';

const textOf = (ticket: Ticket): string => JSON.stringify(ticket);

/** Tickets that a test can read, and that hold as long as nobody changes them. */
export const fakeTickets = (state: StoreState): Tickets => {
  const sealed = new Map<string, Ticket>();
  return {
    seal: ticket => {
      const token = fakeDigest(textOf(ticket));
      sealed.set(token, ticket);
      return token;
    },
    open: token => sealed.get(token),
    claim: async ({ nonce }, within) => {
      await turn(within);
      if (state.tickets.has(nonce)) return false;
      state.tickets.add(nonce);
      return true;
    },
  };
};
