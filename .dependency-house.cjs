/** What app.ts joins beside the folders. */
const WIRED = [
  'calendar.ts',
  'derive.ts',
  'log.ts',
  'metrics.ts',
  'programme.ts',
  'surroundings.ts',
  'tracing.ts',
];

/**
 * Who may import whom. Read it as the data's way: teams → use-cases → domain ← storage, and cards on the way back.
 * What is not named here is forbidden; src/local may import anything, and nothing may import it.
 */
const HOUSE = {
  'domain/': ['result.ts'],
  'policy/': ['domain/', 'result.ts'],
  'audit/': ['domain/'],
  'i18n/': [],
  'use-cases/': ['domain/', 'policy/', 'audit/', 'result.ts'],
  'cards/': ['domain/', 'policy/', 'i18n/'],
  'teams/': ['use-cases/', 'cards/', 'i18n/', 'domain/', 'policy/', 'ids.ts', 'result.ts'],
  'reminders/': ['use-cases/', 'domain/', 'result.ts'],
  'storage/': ['use-cases/ports/', 'domain/', 'audit/', 'doing.ts', 'ids.ts', 'result.ts'],
  'result.ts': [],
  'ids.ts': ['domain/'],
  'derive.ts': ['domain/'],
  'calendar.ts': ['domain/', 'holidays.ts'],
  'holidays.ts': [],
  'faults.ts': [],
  'programme-file.ts': ['domain/', 'ids.ts'],
  'programme.ts': ['domain/', 'faults.ts', 'programme-file.ts'],
  'environment.ts': [],
  'config.ts': ['environment.ts', 'faults.ts'],
  'settings.ts': ['config.ts', 'faults.ts', 'programme.ts'],
  'allowed.ts': [],
  'log.ts': ['allowed.ts'],
  'seldom.ts': [],
  'doing.ts': [],
  'quiet.ts': ['doing.ts', 'seldom.ts'],
  'tracing.ts': ['allowed.ts', 'use-cases/ports/'],
  'telemetry/': ['log.ts', 'seldom.ts', 'allowed.ts'],
  'shutdown.ts': [],
  'app.ts': ['teams/', 'reminders/', 'use-cases/', 'storage/', 'domain/', 'i18n/', ...WIRED],
  'surroundings.ts': ['teams/', 'reminders/', 'use-cases/', 'storage/', ...WIRED],
  'rotate-keys.ts': ['config.ts', 'storage/'],
  'metrics.ts': ['domain/', 'reminders/', 'use-cases/ports/'],
  'outbox-report.ts': ['domain/', 'use-cases/ports/'],
  'outbox.ts': ['config.ts', 'outbox-report.ts', 'domain/', 'storage/'],
  'erase-again.ts': ['config.ts', 'storage/'],
  'audit-verify.ts': ['audit/', 'config.ts', 'domain/', 'storage/'],
  'serve.ts': [],
  'index.ts': [
    ...['app.ts', 'doing.ts', 'log.ts', 'serve.ts', 'settings.ts', 'shutdown.ts', 'storage/'],
    ...['surroundings.ts', 'teams/wire/credentials.ts', 'quiet.ts', 'telemetry/', 'tracing.ts'],
  ],
};

module.exports = { HOUSE };
