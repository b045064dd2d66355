import { afterEach, expect, it, vi } from 'vitest'
import { timers } from './timers.ts'

afterEach(() => void vi.useRealTimers())

it('keeps running when the wall clock is set back by a day', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 24) })
  const before = timers.now()
  vi.setSystemTime(Date.UTC(2026, 10, 23))
  expect(timers.now()).toBeGreaterThanOrEqual(before)
})
