import express, { type Request, type RequestHandler, type Response } from 'express';

import { err, ok, type Result } from '../../result';

const MOST_BYTES = 65_536;
const MOST_LEVELS = 8;
const DANGEROUS_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];

const parseJson: RequestHandler = express.json({
  limit: MOST_BYTES,
  type: 'application/json',
  inflate: false,
});

const statusOf = (fault: unknown): 400 | 413 =>
  typeof fault === 'object' && fault !== null && 'status' in fault && fault.status === 413 ? 413 : 400;

/** Reads the body as JSON of at most 64 KB; whatever goes wrong is the status to answer with. */
export const readBody = (request: Request, response: Response): Promise<Result<unknown, 400 | 413>> =>
  new Promise(resolve => {
    void parseJson(request, response, (fault?: unknown) => {
      const body: unknown = request.body;
      resolve(fault === undefined ? ok(body) : err(statusOf(fault)));
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
