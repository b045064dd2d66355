import type { Task, TaskInput, TaskOutput } from './tasks.ts'

export type ToWorker = { [T in Task]: { task: T; input: TaskInput<T> } }[Task]

/** What a task returned, or why it failed: the name of the error only, for its message may quote. */
export type FromWorker = { type: 'output'; output: TaskOutput<Task> } | { type: 'failure'; name: string }
