import { TABLES } from '../../src/policy/tables';
import { POLICY_VERSION } from '../../src/policy/version';
import { digestOf } from './digest';
import { code, page, table } from './markdown';
import { operations } from './operations';
import { sight } from './sight';
import { DIGESTS } from './versions';
import { ALWAYS, BESIDE, STANDINGS } from './words';

/** docs/policy.md, as the tables that run say it. */
export const rendered = (): string =>
  page([
    '# Who may do what, and who is shown what',
    'Made of the tables that the program asks (`src/policy`), by `npm run docs:policy`; not written by hand. § is a paragraph of [domain.md](domain.md); the rows of the operations are those of its §15.',
    `Rules: version **${POLICY_VERSION}**, digest ${code(digestOf(TABLES))}. Every event of the audit names the version that gave its answer.`,
    '## What always holds',
    ALWAYS.map(sentence => `- ${sentence}`).join('\n'),
    '## Standings',
    'What someone is to the subject of the question.',
    table(
      ['in code', 'på norsk', 'is'],
      Object.entries(STANDINGS).map(([name, { norsk, is }]) => [code(name), norsk, is]),
    ),
    '## Operations',
    ...operations(TABLES),
    '## Content',
    ...sight(TABLES),
    'Besides, to nobody removed or disqualified:',
    table(['what', 'who'], BESIDE),
    '## Versions',
    table(
      ['version', 'digest of the tables'],
      Object.entries(DIGESTS).map(([version, digest]) => [version, code(digest)]),
    ),
  ]);
