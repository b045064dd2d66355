import { nanoid } from 'nanoid'
import type { Article } from '#core/article/article.ts'
import type { Direction } from '#core/article/block.ts'
import { readClipboard, type Clipboard } from '#core/import/clipboard/clipboard.ts'
import type { Choice, Merged } from '#core/changes/merge.ts'
import { readMerge, readSettled } from '#core/changes/merge-reading.ts'
import { difference } from '#core/changes/reading.ts'
import type { Sides } from '#core/changes/sides.ts'
import { compareTexts } from '#core/changes/compare-texts.ts'

type SettledInput = {
  sides: Sides
  merged: Merged
  choices: readonly (Choice | undefined)[]
  from: keyof Sides
}

/** What a worker of the page does. Inputs and outputs are plain data, because they are copied between threads. */
export const TASKS = {
  clipboard: (clipboard: Clipboard) => readClipboard(clipboard, () => nanoid()),
  'versions of a text': ({ from, to, dir }: { from: string; to: string; dir: Direction }) =>
    compareTexts(from, to, dir),
  'versions of an article': ({ from, to }: { from: Article; to: Article }) => difference(from, to),
  'two versions of an article': (sides: Sides) => readMerge(sides),
  'a settled merge': ({ sides, merged, choices, from }: SettledInput) => readSettled(sides, merged, choices, from),
}

export type Tasks = typeof TASKS
export type Task = keyof Tasks
export type TaskInput<T extends Task> = Parameters<Tasks[T]>[0]
export type TaskOutput<T extends Task> = ReturnType<Tasks[T]>
