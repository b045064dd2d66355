import type { Editor } from 'slate'

/** Work that will still change a text: content that is being read, and pictures that are being stored. */
const COMING = new WeakMap<Editor, Set<Promise<unknown>>>()

/** Takes note of work that changes the text when it ends. @returns the work */
export function noteComing<T>(editor: Editor, work: Promise<T>): Promise<T> {
  const all = COMING.get(editor) ?? new Set()
  COMING.set(editor, all.add(work))
  const remove = (): void => void all.delete(work)
  work.then(remove, remove)
  return work
}

/** @returns whether work that will change the text goes on. */
export function isComing(editor: Editor): boolean {
  return (COMING.get(editor)?.size ?? 0) > 0
}

/** @returns a promise that is kept when all such work has ended, also what began meanwhile. It is never broken. */
export async function whenCome(editor: Editor): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- a paste that has come begins to store its pictures
  while (isComing(editor)) await Promise.allSettled([...(COMING.get(editor) ?? [])])
}
