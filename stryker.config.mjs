export default {
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // What is read once, when a module loads, are the tables: `npm run test:policy` flips their cells.
  ignoreStatic: true,
  mutate: [
    'src/policy/**/*.ts',
    'src/domain/{check-consent,check-sharing,disqualification,statute}.ts',
    'src/domain/{consent,sharing}*.ts',
  ],
  jest: {
    config: {
      testMatch: [
        '<rootDir>/test/policy/*.test.ts',
        '<rootDir>/test/domain/{check-consent,check-sharing,disqualification,statute,transitions}.test.ts',
        '<rootDir>/test/domain/{consent,sharing}*.test.ts',
      ],
      testPathIgnorePatterns: ['/node_modules/', 'policy/(docs|proof-mutants)\\.test\\.ts$'],
    },
  },
  thresholds: { high: 95, low: 90, break: 90 },
  reporters: ['progress-append-only', 'clear-text', 'html'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'coverage/mutation/index.html' },
  tempDirName: 'coverage/stryker',
  ignorePatterns: [
    '*',
    '!src/**',
    '!test/**',
    '!package.json',
    '!tsconfig.json',
    'test/browser',
    'test/journeys',
  ],
  allowConsoleColors: false,
  warnings: { slow: false },
};
