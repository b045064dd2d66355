import type { ErrorCode } from '#core/contract/errors.ts'
import type { Task, TaskInput, TaskOutput } from './tasks.ts'

export type ToWorker = { [T in Task]: { task: T; input: TaskInput<T> } }[Task]

/** What a task returned, the refusal it threw, or an unforeseen error: its frames only, for its message may quote. */
export type FromWorker =
  | { type: 'output'; output: TaskOutput<Task> }
  | { type: 'refusal'; code: ErrorCode; params: Record<string, string> }
  | { type: 'failure'; name: string; frames: string }
