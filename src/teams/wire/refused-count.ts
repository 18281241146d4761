import { type RequestHandler } from 'express';

/** Stands first, and tells of every request that was answered with a no; of nothing else about it. */
export const countRefused =
  (refused: (status: number) => void): RequestHandler =>
  (_request, response, next) => {
    response.on('finish', () => {
      if (response.statusCode >= 400) refused(response.statusCode);
    });
    next();
  };
