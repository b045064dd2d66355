import { useEffect, useState } from 'react'
import { ArrowRight } from 'lucide-react'
import type { Article } from '#core/article/article.ts'
import { call } from '#renderer/bridge/client.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorText, isRefused } from '#renderer/ui/error-text.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import type { Comparing } from './comparing.ts'
import { Comparison } from './comparison.tsx'
import { Timeline } from './timeline.tsx'
import { usePoints } from './use-points.ts'
import './history.css'

type VersionsScreenProps = { id: string; onOpen: () => void; onBack: () => void }

/** The current article, read without opening it for writing; null, with the error, where it cannot be read. */
type Now = { article: Article | null; error: unknown }

/** The versions of an article that is not open. They are all that is left of a damaged one. */
export function VersionsScreen({ id, onOpen, onBack }: VersionsScreenProps) {
  const { t, dir } = useLocale()
  const { history, error } = usePoints(id)
  const [now, setNow] = useState<Now | null>(null)
  const [comparing, setComparing] = useState<Comparing | null>(null)
  useEffect(() => {
    call('articles.get', { id }).then(
      ({ article }) => setNow({ article, error: null }),
      (refusal: unknown) => setNow({ article: null, error: refusal }),
    )
  }, [id])
  const newest = history?.points[0]?.key ?? null
  const isReadable = now?.article !== null
  return (
    <div className="versions-screen">
      <div className="versions-side">
        <div className="versions-head">
          <IconButton
            label={t('history.back')}
            icon={<ArrowRight aria-hidden size={18} style={dir === 'rtl' ? {} : { transform: 'scaleX(-1)' }} />}
            onPress={onBack}
          />
          <h1 className="versions-title">{t('history.tab')}</h1>
        </div>
        {now !== null && now.error !== null ? (
          <Banner tone="attention">
            {isRefused(now.error, 'article-damaged') ? t('history.unreadable') : <ErrorText error={now.error} />}
          </Banner>
        ) : null}
        <ErrorText error={error} />
        {(history === null && error === null) || now === null ? <Progress label={t('common.loading')} /> : null}
        {history === null || now === null ? null : (
          <>
            {history.damaged === 0 ? null : (
              <p className="versions-damaged">{t('history.damaged', { count: history.damaged })}</p>
            )}
            <Timeline
              points={history.points}
              comparing={comparing}
              onChoose={({ key }) => setComparing({ from: key, to: isReadable ? null : newest })}
            />
          </>
        )}
      </div>
      {comparing === null || now === null ? (
        <EmptyState icon={null} title={t('history.choose-title')}>
          <p>{history?.points.length === 0 ? t('history.none') : t('history.choose-text')}</p>
        </EmptyState>
      ) : (
        <Comparison
          key={comparing.from}
          id={id}
          comparing={comparing}
          now={now.article}
          isWhole={!isReadable}
          onCompare={setComparing}
          restore={{
            async whole(older) {
              const point = history?.points.find(({ key }) => key === comparing.from)
              if (point === undefined || older.id !== id) return false
              await call('history.restore', { id, hash: point.hash })
              onOpen()
              return true
            },
            block: null,
          }}
          merge={null}
          undo={null}
        />
      )}
    </div>
  )
}
