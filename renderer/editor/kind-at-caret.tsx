import { useSlateSelector } from 'slate-react'
import { useT } from '#renderer/ui/locale.tsx'
import { ACTIONS } from './actions/actions.ts'
import { blockKind } from './commands/blocks.ts'

/** Says to those who cannot see the page what sort of block the caret has come into. */
export function KindAtCaret() {
  const t = useT()
  const kind = useSlateSelector(blockKind)
  const action = ACTIONS.find(({ id }) => id === kind)
  return (
    <div role="status" className="visually-hidden">
      {action === undefined ? '' : t(action.label)}
    </div>
  )
}
