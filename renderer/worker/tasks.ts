import { nanoid } from 'nanoid'
import type { Article } from '#core/article/article.ts'
import type { Direction } from '#core/article/block.ts'
import { readClipboard, type Clipboard } from '#core/import/clipboard/clipboard.ts'
import { difference } from '#core/changes/reading.ts'
import { compareTexts } from '#core/changes/compare-texts.ts'

/** What a worker of the page does. Inputs and outputs are plain data, because they are copied between threads. */
export const TASKS = {
  clipboard: (clipboard: Clipboard) => readClipboard(clipboard, () => nanoid()),
  'versions of a text': ({ from, to, dir }: { from: string; to: string; dir: Direction }) =>
    compareTexts(from, to, dir),
  'versions of an article': ({ from, to }: { from: Article; to: Article }) => difference(from, to),
}

export type Tasks = typeof TASKS
export type Task = keyof Tasks
export type TaskInput<T extends Task> = Parameters<Tasks[T]>[0]
export type TaskOutput<T extends Task> = ReturnType<Tasks[T]>
