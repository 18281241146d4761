import { en } from './en';
import { nb } from './nb';
import { nn } from './nn';

export type Words = typeof nb;

const WORDS = { nb, nn, en } as const satisfies Readonly<Record<string, Words>>;

export const wordsFor = (language: keyof typeof WORDS): Words => WORDS[language];
