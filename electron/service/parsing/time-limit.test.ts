import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { describe, expect, it, onTestFinished } from 'vitest'
import { limitTime } from './time-limit.ts'

async function workerThat(does: string): Promise<Worker> {
  const worker = new Worker(does, { eval: true })
  onTestFinished(async () => void (await worker.terminate()))
  await once(worker, 'online')
  return worker
}

const AN_HOUR = 3_600_000

describe('the limit of time', () => {
  it('counts the work of the processor, and not the time in which others have it', async () => {
    const [waiting, working] = [await workerThat('setInterval(() => {}, 1000)'), await workerThat('for (;;) {}')]
    const { promise, resolve } = Promise.withResolvers<string>()
    const limits = { processor: 50, clock: AN_HOUR }
    // The one that waits is watched for longer than the other works.
    const ends = [
      limitTime(waiting, limits, () => resolve('waiting')),
      limitTime(working, limits, ({ code }) => resolve(`working: ${code}`)),
    ]
    onTestFinished(() => ends.forEach((end) => end()))
    expect(await promise).toBe('working: parsing-too-long')
  })

  it('ends by the clock what does not use the processor', async () => {
    const waiting = await workerThat('setInterval(() => {}, 1000)')
    const { promise, resolve } = Promise.withResolvers<string>()
    limitTime(waiting, { processor: AN_HOUR, clock: 50 }, ({ code }) => resolve(code))
    expect(await promise).toBe('parsing-too-long')
  })
})
