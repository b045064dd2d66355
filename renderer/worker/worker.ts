// Runs in a worker, because what comes from outside may be made to keep a parser busy, and the window must go on.
import type { FromWorker, ToWorker } from './messages.ts'
import { TASKS } from './tasks.ts'

function answer({ task, input }: ToWorker): FromWorker {
  try {
    // The message pairs each task with its own input; TypeScript cannot follow that through a union of tasks.
    const run = TASKS[task] as (input: ToWorker['input']) => Extract<FromWorker, { type: 'output' }>['output']
    return { type: 'output', output: run(input) }
  } catch (error) {
    return { type: 'failure', name: error instanceof Error ? error.name : typeof error }
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has one creator, and no origins
  postMessage(answer(data))
})
