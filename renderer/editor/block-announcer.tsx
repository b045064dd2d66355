import { useSlateSelector } from 'slate-react'
import { useT } from '#renderer/ui/locale.tsx'
import { ACTIONS } from './actions/actions.ts'
import { blockKind } from './commands/blocks.ts'

/** A live region that announces the kind of block at the caret to screen readers. */
export function BlockAnnouncer() {
  const t = useT()
  const kind = useSlateSelector(blockKind)
  const action = ACTIONS.find(({ id }) => id === kind)
  return (
    <div role="status" className="visually-hidden">
      {action === undefined ? '' : t(action.label)}
    </div>
  )
}
