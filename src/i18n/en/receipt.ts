import { type receipt as nb } from '../nb/receipt';

export const receipt: typeof nb = {
  eyebrow: 'Referral sent',
  lead: 'Keep the code. Use it when you ask about the case.',
  whatNow: 'What happens now?',
  checked: '1. The coordinator checks the referral, normally within three working days.',
  decided: day => `2. The resource group decides, ${day} at the earliest.`,
  consentFirst: '2. Consent must come before the resource group discusses the case.',
  told: '3. You are told in the chat with the bot when something happens.',
  informedBy: day => `Tell the person when it is safe. Answer in the chat by ${day}.`,
  erasedOn: day => `Without an answer the name is erased on ${day}.`,
  another: 'Refer another',
};
