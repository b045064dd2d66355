import { defineConfig } from 'vitest/config'

// A timeout is a net for what hangs. It must hold what a busy machine does slowly.
const NETS = { testTimeout: 600_000, hookTimeout: 600_000, expect: { poll: { timeout: 120_000 } } } as const

// A module is mocked before it is first loaded, so these files need a worker of their own.
const MOCKING = ['renderer/features/writing/sessions.test.ts']

export default defineConfig({
  test: {
    // The default leaves one processor free, which is half of two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...NETS,
          name: 'unit',
          include: ['{core,db,electron,renderer,build}/**/*.test.{ts,tsx}'],
          exclude: MOCKING,
          // Modules keep no state, so many files share a worker: starting one costs more than most tests.
          isolate: false,
        },
      },
      { test: { ...NETS, name: 'unit-mocking', include: MOCKING } },
      {
        test: {
          ...NETS,
          name: 'boundary',
          include: ['tests/{db,service,cli,conformance,faults,formats,golden,scenarios,wordpress}/**/*.test.ts'],
        },
      },
    ],
  },
})
