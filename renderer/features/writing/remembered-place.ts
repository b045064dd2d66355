import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import * as z from 'zod'
import { caretSchema } from '#core/contract/articles.ts'
import { scrollerOf } from '#renderer/editor/keys/reveal.ts'

/** Where a person was in an article: the caret, and how far below the top of the page the first block in sight stood. */
const placeSchema = z.object({ caret: caretSchema.nullable(), blockId: z.string(), below: z.number() })
export type Place = z.infer<typeof placeSchema>

/** Kept for the tab: a reload finds it, and another window does not. */
const keyOf = (articleId: string): string => `midad.place.${articleId}`

/** Keeps the place in an article, for a reload and for coming back from another screen. */
export function rememberPlace(articleId: string, editor: Editor): void {
  const top = firstInSight(editor)
  if (top !== null) sessionStorage.setItem(keyOf(articleId), JSON.stringify({ caret: editor.selection, ...top }))
}

/** @returns the remembered place in an article; null if there is none */
export function placeOf(articleId: string): Place | null {
  const json = sessionStorage.getItem(keyOf(articleId))
  if (json === null) return null
  const parsed = placeSchema.safeParse(JSON.parse(json))
  return parsed.success ? parsed.data : null
}

/** Chunks out of sight have a guessed height until they are drawn, so one scroll may miss. */
const MOST_SCROLLS = 5

/** Scrolls so that the first block in sight stands where it stood. Does nothing if it is gone. */
export function scrollTo(editor: Editor, { blockId, below }: Place): void {
  const node = editor.children.find((each) => 'id' in each && each.id === blockId)
  const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
  if (node === undefined || page === null) return
  const block = ReactEditor.toDOMNode(editor, node)
  const scroll = (left: number): void => {
    const off = block.getBoundingClientRect().top - page.getBoundingClientRect().top - below
    page.scrollTop += off
    if (left > 1 && Math.abs(off) >= 1) requestAnimationFrame(() => scroll(left - 1))
  }
  scroll(MOST_SCROLLS)
}

function firstInSight(editor: Editor): Omit<Place, 'caret'> | null {
  const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
  if (page === null) return null
  const { top } = page.getBoundingClientRect()
  for (const block of editor.children) {
    const box = ReactEditor.toDOMNode(editor, block).getBoundingClientRect()
    if (box.bottom > top && 'id' in block && typeof block.id === 'string')
      return { blockId: block.id, below: box.top - top }
  }
  return null
}
