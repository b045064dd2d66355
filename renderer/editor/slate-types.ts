import type { BaseEditor } from 'slate'
import type { HistoryEditor } from 'slate-history'
import type { ReactEditor } from 'slate-react'
import type { AnyBlock } from '#core/article/block.ts'
import type { Link, LtrIsolate, Text, UnknownInline } from '#core/article/inline.ts'

/** The inline elements of an article, as Slate sees them. */
export type InlineElement = Link | LtrIsolate | UnknownInline

/** Every element that may stand in the document: Slate's types point at the article's, never the other way. */
export type ArticleElement = AnyBlock | InlineElement

/** An editor with a history. Its DOM half is there only in a window. */
export type ArticleEditor = BaseEditor & HistoryEditor & ReactEditor

declare module 'slate' {
  interface CustomTypes {
    Editor: ArticleEditor
    Element: ArticleElement
    Text: Text
  }
}
