import type { Editor } from 'slate'
import { useSlateSelector } from 'slate-react'
import type { AnyBlock, HeadType } from '#core/article/block.ts'
import { blockText } from '#core/article/plain-text.ts'
import type { TRAITS } from '#core/article/traits.ts'
import type { Translate } from '#core/locale/translate.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { ACTIONS } from './actions/actions.ts'
import { blockKind } from './commands/block-kind.ts'
import { blocksOf, chosenBlocks } from './selection/selected-blocks.ts'

/** As much of a block's text as tells it from its neighbours. */
const TOLD = 80

/** The types that can be selected as blocks: fields of the head and fixed lines belong to something else. */
type SelectedType = {
  [T in Exclude<AnyBlock['type'], HeadType>]: (typeof TRAITS)[T] extends { readonly line: 'fixed' } ? never : T
}[Exclude<AnyBlock['type'], HeadType>]

/** A live region that tells screen readers which blocks are selected, or else the kind of the block at the caret. */
export function BlockAnnouncer() {
  const t = useT()
  const words = useSlateSelector((editor) => wordsFor(editor, t))
  return (
    <div role="status" className="visually-hidden">
      {words}
    </div>
  )
}

function wordsFor(editor: Editor, t: Translate): string {
  const run = chosenBlocks(editor)
  if (run !== null) return selectedWords(blocksOf(editor, run), t)
  const kind = blockKind(editor)
  const action = ACTIONS.find(({ id }) => id === kind)
  return action === undefined ? '' : t(action.label)
}

function selectedWords(blocks: readonly AnyBlock[], t: Translate): string {
  const [block] = blocks
  if (block === undefined || blocks.length > 1) return t('writing.selectedBlocks', { count: blocks.length })
  const name = t(`block.${block.type as SelectedType}`)
  const text = blockText(block).slice(0, TOLD)
  return t('writing.selectedBlock', { name: text === '' ? name : `${name}: ${text}` })
}
