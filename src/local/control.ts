import { json, Router } from 'express';
import { z } from 'zod';
import { type LocalWorld } from './world';
import { onlyFromThisMachine } from './windows/replies';

const Advance = z.object({ advance: z.string().regex(/^P/) });

/** Moves the clock and runs the dispatcher on request; only the local world has it. */
export const controlRoutes = ({ clock, app }: LocalWorld): Router => {
  const router = Router();
  router.use('/local', onlyFromThisMachine, json());
  router.post('/local/clock', async (request, response) => {
    const parsed = Advance.safeParse(request.body);
    try {
      const now = parsed.success ? clock.advance(parsed.data.advance) : undefined;
      if (now === undefined) throw new RangeError('advance takes an ISO 8601 duration, such as P1D');
      await app.dispatcher.tick();
      response.json({ now });
    } catch (fault) {
      response
        .status(400)
        .json({ error: fault instanceof RangeError ? fault.message : 'The clock did not move.' });
    }
  });
  router.post('/local/tick', async (_request, response) => {
    response.json({ done: await app.dispatcher.tick() });
  });
  return router;
};
