import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// A timeout is a net for what hangs. It must hold what a busy machine does slowly.
const NETS = { testTimeout: 600_000, hookTimeout: 600_000, expect: { poll: { timeout: 120_000 } } } as const

// A module is mocked before it is first loaded, so these files need a worker of their own.
const MOCKING = ['renderer/features/writing/sessions.test.ts']

/** The files that take longest, by how long. */
const LONGEST = ['tests/faults/faults.test.ts', 'tests/db/recovery.test.ts', 'tests/wordpress/', 'tests/cli/']

/** Starts the longest files first: one that is left to the end keeps one processor waiting. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const index = LONGEST.findIndex((name) => moduleId.includes(name))
      return index === -1 ? LONGEST.length : index
    }
    // It is the sequencer's own, and no array's.
    // oxlint-disable-next-line unicorn/no-array-sort
    const sorted = await super.sort(files)
    return sorted.toSorted((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
