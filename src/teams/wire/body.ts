import express, { type Request, type RequestHandler, type Response } from 'express';

import { err, ok, type Result } from '../../result';

const MOST_BYTES = 65_536;
const MOST_LEVELS = 8;
const DANGEROUS_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** No database and no card takes half a character, as a client may leave it where it cuts a text. */
const whole = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value;

const parseJson: RequestHandler = express.json({
  limit: MOST_BYTES,
  type: 'application/json',
  inflate: false,
  reviver: whole,
});

/** Reads the body as JSON of at most 64 KB; whatever goes wrong, too much of it as well, is one and the same fault. */
export const readBody = (request: Request, response: Response): Promise<Result<unknown, 'unreadable'>> =>
  new Promise(resolve => {
    void parseJson(request, response, (fault?: unknown) => {
      const body: unknown = request.body;
      resolve(fault === undefined ? ok(body) : err('unreadable'));
    });
  });

/** At most eight levels of objects and lists, and no key that could reach a prototype (security.md row 20). */
export const isHarmless = (value: unknown, levels = MOST_LEVELS): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  return Object.entries(value).every(
    ([key, inner]) => !DANGEROUS_KEYS.includes(key) && isHarmless(inner, levels - 1),
  );
};
