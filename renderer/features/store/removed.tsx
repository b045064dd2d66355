import { useEffect, useState } from 'react'
import type { CallOutput } from '#core/contract/contract.ts'
import type { ProvenEvent } from '#core/contract/review.ts'
import { call } from '#renderer/bridge/client.ts'
import { useMay } from '#renderer/bridge/who.tsx'
import { ExactTime } from '#renderer/ui/exact-time.tsx'
import { useT } from '#renderer/ui/locale.tsx'

type Article = CallOutput<'store.removed'>['articles'][number]

/** What was deleted for good: the steps that outlive their articles. Nothing for whoever may not see them. */
export function Removed() {
  const t = useT()
  const mayRead = useMay('store.removed').may
  const [articles, setArticles] = useState<readonly Article[]>([])
  useEffect(() => {
    if (!mayRead) return
    call('store.removed', {}).then(
      (found) => setArticles(found.articles),
      // The store cannot be read: its screen says so.
      () => setArticles([]),
    )
  }, [mayRead])
  if (articles.length === 0) return null
  return (
    <section aria-labelledby="store-removed" data-testid="removed">
      <h2 id="store-removed">{t('store.gone')}</h2>
      <p className="store-soft">{t('store.gone-text')}</p>
      <ul className="store-list">
        {articles.map(({ id, headline, events }) => (
          <li key={id}>
            <details>
              <summary>
                <bdi className="store-name">{headline || t('common.untitled')}</bdi>
              </summary>
              <ol className="store-list">
                {events.map((event) => (
                  <Step key={event.id} event={event} />
                ))}
              </ol>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Step({ event: { by, at, action, from, to } }: { event: ProvenEvent }) {
  const t = useT()
  const states = { from: from === null ? '' : t(`common.state-${from}`), to: t(`common.state-${to}`) }
  return (
    <li>
      <span className="store-name">
        {t('store.gone-step', { by: `\u2068${by}\u2069`, action: t(`review.action-${action}`, states) })}
      </span>
      <span className="store-soft">
        <ExactTime at={at} />
      </span>
    </li>
  )
}
