import type { Point } from '#core/contract/history.ts'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import type { Comparing } from './comparing.ts'
import { SinceChoice } from './since-choice.tsx'
import { Timeline } from './timeline.tsx'
import { usePoints } from './use-points.ts'
import './history.css'

type VersionsPanelProps = {
  id: string
  comparing: Comparing | null
  onCompare: (comparing: Comparing) => void
  /** Shows in the text what changed since a point. @param points that point and those after it, the oldest first */
  showSince: (points: readonly Point[]) => void
}

/** The versions of an article, in its side panel. */
export function VersionsPanel({ id, comparing, onCompare, showSince }: VersionsPanelProps) {
  const t = useT()
  const { history, error } = usePoints(id)
  return (
    <div className="versions">
      <p className="versions-hint">{t('history.hint')}</p>
      <ErrorText error={error} />
      {history === null && error === null ? <Progress label={t('common.loading')} /> : null}
      {history === null ? null : (
        <>
          {history.damaged === 0 ? null : (
            <p className="versions-damaged">{t('history.damaged', { count: history.damaged })}</p>
          )}
          {history.points.length === 0 ? <p>{t('history.none')}</p> : null}
          <SinceChoice points={history.points} onSince={showSince} />
          <Timeline
            points={history.points}
            comparing={comparing}
            onChoose={({ key }) => onCompare({ from: key, to: null })}
          />
        </>
      )}
    </div>
  )
}
