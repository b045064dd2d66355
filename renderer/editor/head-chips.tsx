import { Plus } from 'lucide-react'
import { Node } from 'slate'
import { ReactEditor, useSlate } from 'slate-react'
import type { HeadType } from '#core/article/block.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { focusHead, headIndex } from './commands/insert.ts'
import { newBlockId } from './new-id.ts'

const CHIPS: readonly (readonly [HeadType, MessageKey])[] = [
  ['kicker', 'writing.addKicker'],
  ['deck', 'writing.addDeck'],
  ['byline', 'writing.addByline'],
  ['dateline', 'writing.addDateline'],
]

/** Offers the fields of the head that the article does not have yet. */
export function HeadChips() {
  const t = useT()
  const editor = useSlate()
  const missing = CHIPS.filter(([type]) => {
    const index = headIndex(editor, type)
    return index === -1 || Node.string(editor.children[index] ?? { text: '' }) === ''
  })
  return (
    // They stand where the headline begins, whatever the language of the interface.
    <div className="head-chips" dir="rtl" role="group" aria-label={t('writing.headFields')}>
      {missing.map(([type, label]) => (
        <button
          key={type}
          type="button"
          className="head-chip"
          onClick={() => {
            focusHead(editor, type, newBlockId)
            ReactEditor.focus(editor)
          }}
        >
          <Plus aria-hidden size={14} />
          {t(label)}
        </button>
      ))}
    </div>
  )
}
