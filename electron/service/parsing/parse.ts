import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { ContractError } from '#core/contract/errors.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import type { Task, TaskInput, TaskOutput } from './tasks.ts'
import { limitTime, type TimeLimits } from './time-limit.ts'

export type { Task, TaskInput, TaskOutput }

/** The worker's file: TypeScript like this one, or bundled like this one. */
const WORKER = join(import.meta.dirname, `parse-worker${extname(import.meta.filename)}`)

type Limits = TimeLimits & {
  /** What one worker may hold in objects, in megabytes. */
  memory: number
  /** How many tasks run at once. The others wait. */
  workers: number
  /** How long a worker without a task is kept for the next one, in milliseconds. */
  idle: number
}

/**
 * The most that may be imported, a Word document of 19,000 paragraphs, takes four seconds of the processor: a machine that is
 * ten times slower takes it too.
 */
const LIMITS: Limits = { processor: 60_000, clock: 300_000, memory: 1024, workers: 4, idle: 20_000 }

/**
 * Parses something from outside in a worker, while this thread goes on.
 * @throws ContractError `parsing-too-long`, `parsing-too-large` when it passed a limit and was ended, and what the task
 *   throws.
 */
export type Parse = <T extends Task>(task: T, input: TaskInput<T>) => Promise<TaskOutput<T>>

/** @returns whether a task was ended because it passed a limit. */
export function isOverLimit(error: unknown): error is ContractError {
  return error instanceof ContractError && /^parsing-too-(?:long|large)$/u.test(error.code)
}

/** @returns the refusal or the fault in a worker's answer, as the error that the task would have thrown here. */
function errorOf(reply: Exclude<FromWorker, { type: 'output' }>): Error {
  if (reply.type === 'refusal') return new ContractError(reply.code, reply.params)
  const error = new Error(reply.name)
  error.name = reply.name
  error.stack = `${reply.name}\n${reply.frames}`
  return error
}

/** @returns why a worker ended by itself. */
function endOf(error: Error): Error {
  const isFull = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return isFull ? new ContractError('parsing-too-large', {}, { cause: error }) : error
}

/** Gives one message to a worker. A worker that passes the time, or ends, answers nothing more. */
function ask(worker: Worker, message: ToWorker, limits: TimeLimits): Promise<FromWorker> {
  const { promise, resolve, reject } = Promise.withResolvers<FromWorker>()
  const endWatch = limitTime(worker, limits, reject)
  const fail = (error: Error): void => reject(endOf(error))
  const exit = (): void => reject(new Error('The worker ended'))
  worker.once('message', resolve).once('error', fail).once('exit', exit)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of Node, which has no origins
  worker.postMessage(message)
  return promise.finally(() => {
    endWatch()
    worker.off('message', resolve).off('error', fail).off('exit', exit)
  })
}

/** @param limits those of production for what is left out. @returns a function that parses in workers of its own. */
export function createParser(limits: Partial<Limits> = {}): Parse {
  const { memory, workers, idle, ...times } = { ...LIMITS, ...limits }
  const waiting: (() => void)[] = []
  const resting = new Map<Worker, NodeJS.Timeout>()
  let busy = 0

  const take = (): Worker => {
    const [rested] = resting
    if (rested === undefined) return new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: memory } })
    const [worker, timer] = rested
    clearTimeout(timer)
    resting.delete(worker)
    worker.ref()
    return worker
  }
  /** An idle worker keeps no process alive. */
  const rest = (worker: Worker): void => {
    worker.unref()
    const end = (): void => {
      resting.delete(worker)
      void worker.terminate()
    }
    resting.set(worker, setTimeout(end, idle).unref())
  }
  /** Whoever waits takes over the place of a task that is over. */
  const free = (): void => {
    const next = waiting.shift()
    if (next === undefined) busy -= 1
    else next()
  }
  const run = async (message: ToWorker): Promise<FromWorker> => {
    let ended: Promise<unknown> = Promise.resolve()
    try {
      const worker = take()
      try {
        const reply = await ask(worker, message, times)
        rest(worker)
        return reply
      } catch (error) {
        // Whatever it still does is of no use to anybody. While it is in native code it cannot be ended.
        ended = worker.terminate()
        throw error
      }
    } finally {
      void ended.then(free)
    }
  }
  return async (task, input) => {
    if (busy === workers) await new Promise<void>((resolve) => waiting.push(resolve))
    else busy += 1
    const reply = await run({ task, input } as ToWorker)
    if (reply.type !== 'output') throw errorOf(reply)
    return reply.output as TaskOutput<typeof task>
  }
}

/** The parser of this process. All services in it share its workers, which keep nothing between two tasks. */
export const parse: Parse = createParser()
