import { defineConfig } from 'vitest/config'

// A timeout is a net for what hangs. It must hold what a busy machine does slowly.
const TIMEOUTS = { testTimeout: 600_000, hookTimeout: 600_000, expect: { poll: { timeout: 120_000 } } } as const

export default defineConfig({
  test: {
    // The default leaves one processor free, which is half of two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...TIMEOUTS,
          name: 'unit',
          include: ['{core,db,electron,renderer,build}/**/*.test.{ts,tsx}'],
          // Modules keep no state, so many files share a worker: starting one costs more than most tests. What mocks a
          // module needs one of its own, and is no unit test.
          isolate: false,
        },
      },
      {
        test: {
          ...TIMEOUTS,
          name: 'boundary',
          include: ['tests/{db,service,cli,conformance,faults,formats,golden,scenarios,wordpress}/**/*.test.ts'],
        },
      },
    ],
  },
})
