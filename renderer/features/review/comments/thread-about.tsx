import { Node, type Editor } from 'slate'
import { useSlateStatic } from 'slate-react'
import type { Anchor } from '#core/review/anchor.ts'
import type { ThreadPlace } from '#core/review/place.ts'
import { block as names } from '#core/locale/ar/block.ts'
import type { Translate } from '#core/locale/translate.ts'
import { isBlock } from '#renderer/editor/query.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { directionOf, isolated } from '#renderer/ui/isolated.tsx'

/** What a thread is about: the quoted words, a block or the article; and that it is gone, where it is. */
export function ThreadAbout({ anchor, place }: { anchor: Anchor; place: ThreadPlace | null }) {
  const t = useT()
  const editor = useSlateStatic()
  const isGone = place !== null && place.on !== 'words' && place.isGone
  return (
    <>
      {anchor.on === 'words' ? (
        <blockquote dir={directionOf(anchor.quote)} className="thread-quote">
          {isolated(anchor.quote, directionOf(anchor.quote))}
        </blockquote>
      ) : (
        <p className="thread-on">
          {anchor.on === 'article' || isGone
            ? t('comments.on-article')
            : t('comments.on-block', { block: blockName(editor, anchor.block, t) })}
        </p>
      )}
      {isGone ? (
        <p className="thread-gone">{t(anchor.on === 'words' ? 'comments.gone-words' : 'comments.gone-block')}</p>
      ) : null}
    </>
  )
}

/** @returns the name of the kind of a block; empty without the block, or where it is a fixed line of another */
export function blockName(editor: Editor, id: string, t: Translate): string {
  for (const [node] of Node.nodes(editor)) {
    if (isBlock(node) && node.id === id) return hasName(node.type) ? t(`block.${node.type}`) : ''
  }
  return ''
}

function hasName(type: string): type is keyof typeof names {
  return Object.hasOwn(names, type)
}
