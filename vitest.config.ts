import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// Timeouts only end what hangs. They must allow for a busy machine.
const TIMEOUTS = { testTimeout: 600_000, hookTimeout: 600_000, expect: { poll: { timeout: 120_000 } } } as const

// Mocks must precede the first load of a module, so these files need their own workers.
const MOCKING = [
  'renderer/features/writing/sessions.test.ts',
  'renderer/features/writing/proposals/proposing.test.ts',
  'renderer/features/writing/proposals/decisions.test.ts',
  'renderer/editor/threads/drafts.test.ts',
]

// The cases of property tests, the same on every machine.
const SETUP = { setupFiles: ['tests/support/seed.ts'] }

/** The files and folders that take longest, the longest first. */
const LONGEST = [
  'tests/faults/faults.test.ts',
  'tests/db/recovery.test.ts',
  'tests/scenarios/linear-exports.test.ts',
  'tests/scenarios/linear-imports.test.ts',
  'tests/wordpress/',
  'tests/cli/',
]

/** Starts the longest files first: at the end a long one would keep only one processor busy. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const index = LONGEST.findIndex((name) => moduleId.includes(name))
      return index === -1 ? LONGEST.length : index
    }
    // This `sort` is the sequencer's, and no array's.
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // By default one processor stays free: half of two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          ...TIMEOUTS,
          ...SETUP,
          name: 'unit',
          include: ['{core,db,electron,renderer,build}/**/*.test.{ts,tsx}'],
          exclude: MOCKING,
          // Modules keep no state, so files can share a worker: starting one takes longer than most tests.
          isolate: false,
        },
      },
      { test: { ...TIMEOUTS, ...SETUP, name: 'unit-mocking', include: MOCKING } },
      {
        test: {
          ...TIMEOUTS,
          ...SETUP,
          name: 'boundary',
          include: [
            'tests/{db,service,cli,conformance,faults,formats,golden,scenarios,wordpress,ghost,roles,bench}/**/*.test.ts',
          ],
        },
      },
    ],
  },
})
