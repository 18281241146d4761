/*
 * Looks for secrets in the files that are named, or else in every file that git knows.
 * Says where one stands and of which kind it is, never what it is.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { lintSource } from '@secretlint/core';
import { creator as recommended } from '@secretlint/secretlint-rule-preset-recommend';

/** What the recommended rules do not know: the keys of what we run on. */
const AZURE = [
  ['azure-account-key', /(?:Account|SharedAccess)Key\s*=\s*[A-Za-z0-9+/]{43,86}=/g],
  ['azure-64-byte-key', /(?<![A-Za-z0-9+/-])[A-Za-z0-9+/]{86}==/g],
  ['azure-client-secret', /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w~.-])/g],
  ['azure-signed-url', /[?&]sig=[A-Za-z0-9%]{40,}/g],
  ['private-key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s+[A-Za-z0-9+/=\s]{40,}/g],
];

const RULES = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: recommended }] };

// The library marks every step, and looks through all marks at each: quadratic over many files.
performance.mark = () => undefined;

const lineAt = (content, index) => content.slice(0, index).split('\n').length;

const azureFound = content =>
  AZURE.flatMap(([kind, pattern]) =>
    [...content.matchAll(pattern)].map(({ index }) => ({ kind, line: lineAt(content, index) })),
  );

const knownFound = async (filePath, content) => {
  const source = { filePath, content, contentType: 'text', ext: extname(filePath) };
  const { messages } = await lintSource({ source, options: { config: RULES, maskSecrets: true } });
  return messages.map(({ ruleId, loc }) => ({
    kind: ruleId.replace('@secretlint/secretlint-rule-', ''),
    line: loc.start.line,
  }));
};

const foundIn = async file => {
  const content = await readFile(file, 'utf8');
  if (content.includes('\0')) return [];
  const found = [...azureFound(content), ...(await knownFound(file, content))];
  return found.map(({ kind, line }) => `${file}:${String(line)} ${kind}`);
};

const tracked = () =>
  execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
    .split('\0')
    .filter(file => file !== '' && existsSync(file));

const named = process.argv.slice(2);
const files = named.length > 0 ? named : tracked();
const found = [];
for (const file of files) found.push(...(await foundIn(file)));
process.stdout.write([...found, `${files.length} files, ${found.length} secrets`, ''].join('\n'));
process.exitCode = found.length === 0 ? 0 : 1;
