import { describe, expect, it } from 'vitest'
import { createLane, TooLongError, type LaneWorker } from './lane.ts'

/** A worker that answers what it is asked in capitals, and nothing to `hang`; it fails at `fail`. */
class FakeWorker extends EventTarget implements LaneWorker {
  isEnded = false

  postMessage(message: unknown): void {
    if (message === 'hang') return
    const event =
      message === 'fail'
        ? Object.assign(new Event('error'), { message: 'no memory' })
        : new MessageEvent('message', { data: String(message).toUpperCase() })
    queueMicrotask(() => this.dispatchEvent(event))
  }

  terminate(): void {
    this.isEnded = true
  }
}

function startFake() {
  const started: FakeWorker[] = []
  const start = (): FakeWorker => {
    const worker = new FakeWorker()
    started.push(worker)
    return worker
  }
  return { started, lane: createLane<string>(start, 20) }
}

describe('a lane', () => {
  it('does its tasks in order, in one worker that begins beforehand', async () => {
    const { started, lane } = startFake()
    lane.begin()
    expect(started).toHaveLength(1)
    expect(await Promise.all(['a', 'b'].map((each) => lane.run(each)))).toEqual(['A', 'B'])
    expect(started.map(({ isEnded }) => isEnded)).toEqual([false])
  })

  it('does no task that nobody waits for when its turn comes', async () => {
    const { lane } = startFake()
    const left = new AbortController()
    const tasks = [lane.run('a'), lane.run('b', left.signal), lane.run('c')]
    left.abort('left')
    expect(await Promise.allSettled(tasks)).toEqual([
      { status: 'fulfilled', value: 'A' },
      { status: 'rejected', reason: 'left' },
      { status: 'fulfilled', value: 'C' },
    ])
  })

  it('ends a worker that takes too long or fails, and does the next task in another', async () => {
    const { started, lane } = startFake()
    const ends = await Promise.allSettled(['hang', 'a', 'fail', 'b'].map((each) => lane.run(each)))
    expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : end.reason))).toEqual([
      expect.any(TooLongError),
      'A',
      expect.objectContaining({ message: 'A worker failed: no memory' }),
      'B',
    ])
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, true, false])
  })
})
