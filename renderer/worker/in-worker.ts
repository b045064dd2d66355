import { createLane, type Lane } from './lane.ts'
import type { FromWorker } from './messages.ts'
import type { Task, TaskInput, TaskOutput } from './tasks.ts'

export { TooLongError } from './lane.ts'
export type { Task, TaskInput, TaskOutput }

/**
 * The longest that a task may take, in milliseconds of the clock: a page cannot ask for the processor time of its worker.
 * The largest clipboard that is read takes one second.
 */
const LIMIT = 15_000

const lane = (): Lane<FromWorker> =>
  createLane(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }), LIMIT)

/** A worker for each task, so that a paste does not wait for a comparison. */
const LANES: Readonly<Record<Task, Lane<FromWorker>>> = {
  clipboard: lane(),
  'versions of a text': lane(),
  'versions of an article': lane(),
  'two versions of an article': lane(),
  'a settled merge': lane(),
}

/** Starts the worker of a task, so that the first one does not wait for that. */
export function beginWorker(task: Task): void {
  LANES[task].begin()
}

/**
 * Does something with content from outside in a worker, while the window goes on. Tasks of one kind are done in the order
 * in which they are asked for.
 * @param signal ends a task that has not begun.
 * @throws TooLongError when it passed the limit of time and was ended; Error for a failure.
 */
export async function inWorker<T extends Task>(
  task: T,
  input: TaskInput<T>,
  signal?: AbortSignal,
): Promise<TaskOutput<T>> {
  const reply = await LANES[task].run({ task, input } satisfies { task: T; input: TaskInput<T> }, signal)
  if (reply.type === 'failure') throw new Error(`A task of the page failed: ${reply.name}`)
  return reply.output as TaskOutput<T>
}
