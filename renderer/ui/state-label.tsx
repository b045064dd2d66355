import { isLiveWithEdits } from '#core/review/standing.ts'
import type { State } from '#core/review/states.ts'
import { useT } from './locale.tsx'
import './banner.css'

/**
 * The state of an article as a word. The coloured dot beside it is decoration. An article that readers have is not
 * shown as a plain draft after an edit.
 */
export function StateLabel({ state, isLive = false }: { state: State; isLive?: boolean }) {
  const t = useT()
  const hasEdits = isLiveWithEdits(state, { isLive })
  return (
    <span className={`state-label state-${hasEdits ? 'published' : state}`} data-state={state} data-live={isLive}>
      <span aria-hidden className="state-dot" />
      {hasEdits ? t('common.live-with-edits') : t(`common.state-${state}`)}
      {hasEdits && state !== 'draft' ? ` (${t(`common.state-${state}`)})` : ''}
    </span>
  )
}
