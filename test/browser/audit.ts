import { readFileSync } from 'node:fs';
import { type Page } from 'playwright-core';
import { z } from 'zod';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const OPTIONS = {
  resultTypes: ['violations'],
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};

/** What the Playground's own markup breaks on every card (docs/ux.md, Accessibility): its names of folds and rows. */
const OF_THE_PLAYGROUND: readonly string[] = ['label-content-name-mismatch'];

const Found = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** What axe finds wrong with what the selector names, as "rule: markup". */
export const faultsIn = async (page: Page, selector: string): Promise<readonly string[]> => {
  await page.evaluate(AXE);
  const found: unknown = await page.evaluate(
    `axe.run(${JSON.stringify(selector)}, ${JSON.stringify(OPTIONS)})`,
  );
  return Found.parse(found)
    .violations.filter(({ id }) => !OF_THE_PLAYGROUND.includes(id))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};
