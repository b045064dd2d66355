import { Plus } from 'lucide-react'
import { Node, type Editor } from 'slate'
import { useSlateSelector, useSlateStatic } from 'slate-react'
import { HEAD_TYPES } from '#core/article/block.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { HEAD_FIELDS } from './actions/head-actions.ts'
import { focusHead, headIndex } from './commands/insert.ts'
import { focusText } from './focus-text.ts'
import { newBlockId } from './new-id.ts'

/** The optional fields. The headline always exists. */
const CHIPS = HEAD_TYPES.filter((type) => type !== 'headline')

/**
 * @returns the head fields that are missing or empty, separated by spaces. A string, so that the selector can compare
 *   it.
 */
function missingFields(editor: Editor): string {
  return CHIPS.filter((type) => {
    const index = headIndex(editor, type)
    return index === -1 || Node.string(editor.children[index] ?? { text: '' }) === ''
  }).join(' ')
}

/** Buttons for the head fields that the article does not have yet. */
export function HeadChips() {
  const t = useT()
  const editor = useSlateStatic()
  const missing = useSlateSelector(missingFields)
  const chips = CHIPS.filter((type) => missing.split(' ').includes(type))
  return (
    // Aligned with the headline, whatever the language of the interface.
    <div className="head-chips" dir="rtl" role="group" aria-label={t('writing.headFields')}>
      {chips.map((type) => (
        <button
          key={type}
          type="button"
          className="head-chip"
          onClick={() => {
            focusHead(editor, type, newBlockId)
            focusText(editor)
          }}
        >
          <Plus aria-hidden size={14} />
          {t(HEAD_FIELDS[type].label)}
        </button>
      ))}
    </div>
  )
}
