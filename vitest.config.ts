import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      '{core,db,electron,renderer,build}/**/*.test.{ts,tsx}',
      'tests/{db,service,cli,conformance,faults,formats,golden,scenarios,wordpress}/**/*.test.ts',
    ],
    environment: 'node',
    testTimeout: 30_000,
  },
})
