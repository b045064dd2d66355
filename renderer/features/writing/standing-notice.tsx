import { useState } from 'react'
import { stillAt } from '#core/review/standing.ts'
import type { State } from '#core/review/states.ts'
import { useStanding } from '#renderer/bridge/use-standing.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { StandingFacts } from '#renderer/ui/standing-facts.tsx'

/** Says above the page where the article still is though it was withdrawn or killed, and until when it is embargoed. */
export function StandingNotice({ id, state }: { id: string; state: State }) {
  const standing = useStanding(id)
  const [now] = useState(() => Date.now())
  const { published, handed } = stillAt(state, standing)
  const isLeft = published.length + handed.length > 0
  const isEarly = standing.embargo !== null && Date.parse(standing.embargo) > now
  if (!isLeft && !isEarly) return null
  return (
    <Banner tone={isLeft ? 'danger' : 'info'}>
      <StandingFacts state={state} standing={standing} />
    </Banner>
  )
}
