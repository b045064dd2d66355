// Runs in a worker, because what comes from outside may be made to keep a parser busy, and the service must go on.
import { parentPort } from 'node:worker_threads'
import { ContractError } from '#core/contract/errors.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { TASKS } from './tasks.ts'

async function answer({ task, input }: ToWorker): Promise<FromWorker> {
  try {
    // The message pairs each task with its own input; TypeScript cannot follow that through a union of tasks.
    const run = TASKS[task] as (input: ToWorker['input']) => unknown
    return { type: 'output', output: await run(input) }
  } catch (error) {
    if (error instanceof ContractError) return { type: 'refusal', code: error.code, params: error.params }
    const { name, stack = '' } = error instanceof Error ? error : new Error(typeof error)
    const frames = stack.split('\n').filter((line) => line.trimStart().startsWith('at '))
    return { type: 'failure', name, frames: frames.join('\n') }
  }
}

parentPort?.on('message', (message: ToWorker) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of Node, which has no origins
  void answer(message).then((reply) => parentPort?.postMessage(reply))
})
