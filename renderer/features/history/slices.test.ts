import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { inSlices } from './slices.ts'

let now = 0
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** Work in steps of 4 ms each. */
function* work(steps: number, done: number[]): Generator<void, string> {
  for (let step = 0; step < steps; step += 1) {
    now += 4
    done.push(step)
    yield
  }
  return 'done'
}

describe('inSlices', () => {
  it('runs short work at once, and yields to the window during longer work', () => {
    const results: string[] = []
    const done: number[] = []
    inSlices(work(2, []), (result) => results.push(result))
    expect(results).toEqual(['done'])
    inSlices(work(7, done), (result) => results.push(result))
    expect(done).toEqual([0, 1, 2])
    vi.advanceTimersToNextTimer()
    expect(done).toEqual([0, 1, 2, 3, 4, 5])
    vi.advanceTimersToNextTimer()
    expect(results).toEqual(['done', 'done'])
  })
  it('stops when it is cancelled', () => {
    const done: number[] = []
    const end = inSlices(work(7, done), () => expect.unreachable())
    end()
    vi.runAllTimers()
    expect(done).toEqual([0, 1, 2])
  })
})
