import type { BaseEditor, BaseRange } from 'slate'
import type { HistoryEditor } from 'slate-history'
import type { ReactEditor } from 'slate-react'
import type { AnyBlock } from '#core/article/block.ts'
import type { Link, LtrIsolate, Text, UnknownInline } from '#core/article/inline.ts'

/** The inline elements of a document. */
export type InlineElement = Link | LtrIsolate | UnknownInline

/** Every element of a document. The types come from `core/article`, which does not know Slate. */
export type ArticleElement = AnyBlock | InlineElement

/** The editor type. `ReactEditor` is there only in a window. */
export type ArticleEditor = BaseEditor & HistoryEditor & ReactEditor

/**
 * A range. A selection with a `level` selects blocks and not their text: the blocks at this depth, 1 at the top level. It
 * goes from the start of the first one to the end of the last, so that whatever reads text finds theirs.
 */
export type ArticleRange = BaseRange & { level?: number | undefined }

declare module 'slate' {
  interface CustomTypes {
    Editor: ArticleEditor
    Element: ArticleElement
    Text: Text
    Range: ArticleRange
  }
}
