import { useState } from 'react'
import type { StoreCheck } from '#core/contract/store.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Sources } from './sources.tsx'

type Damaged = StoreCheck['damagedArticles'][number]

type DamagedArticlesProps = {
  articles: readonly Damaged[]
  onBack: (id: string) => void
  onVersions: (id: string) => void
}

/** Lists the damaged articles, each with its sound copies. */
export function DamagedArticles({ articles, onBack, onVersions }: DamagedArticlesProps) {
  const t = useT()
  return (
    <section aria-labelledby="store-damaged">
      <h2 id="store-damaged">{t('store.damaged')}</h2>
      <p className="store-soft">{t('store.damaged-text')}</p>
      <ul className="store-list">
        {articles.map((article) => (
          <DamagedArticle
            key={article.id}
            article={article}
            onBack={() => onBack(article.id)}
            onVersions={() => onVersions(article.id)}
          />
        ))}
      </ul>
    </section>
  )
}

type DamagedArticleProps = { article: Damaged; onBack: () => void; onVersions: () => void }

function DamagedArticle({ article, onBack, onVersions }: DamagedArticleProps) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <li className="store-damaged" data-testid="damaged-article">
      <bdi className="store-name">{article.headline || t('common.untitled')}</bdi>
      {isOpen ? (
        <Sources id={article.id} onBack={onBack} onVersions={onVersions} />
      ) : (
        <Button onPress={() => setOpen(true)}>{t('store.damaged-sources')}</Button>
      )}
    </li>
  )
}
