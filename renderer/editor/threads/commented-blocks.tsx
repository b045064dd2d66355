import { useLayoutEffect, useSyncExternalStore } from 'react'
import { ReactEditor, useSlateStatic } from 'slate-react'
import { isBlock } from '../query.ts'
import type { Comments } from './comments.ts'

type CommentedBlocksProps = {
  /** The keys of the cards of each block, by its id. */
  blocks: ReadonlyMap<string, readonly string[]>
  /** The document at the writer's last pause: a block may have been drawn anew. */
  feed: Comments['pauses']
}

/** Frames the blocks that comments are about. Their elements are marked; their views need not be drawn anew. */
export function CommentedBlocks({ blocks, feed }: CommentedBlocksProps) {
  const editor = useSlateStatic()
  const pause = useSyncExternalStore(feed.subscribe, feed.get)
  useLayoutEffect(() => {
    if (blocks.size === 0) return
    const found = [...editor.nodes({ at: [], match: (node) => isBlock(node) && blocks.has(node.id), mode: 'all' })]
    const elements = found.map(([node]) => {
      const element = ReactEditor.toDOMNode(editor, node)
      element.dataset['commented'] = (isBlock(node) ? blocks.get(node.id) : [])?.join(' ') ?? ''
      return element
    })
    return () => {
      for (const element of elements) delete element.dataset['commented']
    }
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- elements may be others after a pause
  }, [editor, blocks, pause])
  return null
}
