import type { State } from '#core/review/states.ts'
import { useT } from './locale.tsx'
import './banner.css'

/** The state of an article as a word. The coloured dot beside it is decoration. */
export function StateLabel({ state }: { state: State }) {
  const t = useT()
  return (
    <span className={`state-label state-${state}`} data-state={state}>
      <span aria-hidden className="state-dot" />
      {t(`common.state-${state}`)}
    </span>
  )
}
