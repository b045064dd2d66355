import { useState } from 'react'
import { ChevronDown } from 'lucide-react'
import type { FoundArticle } from '#core/contract/import.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { ArticleCard } from './article-card.tsx'
import type { Decision } from './choices.ts'

type ArticleChoiceProps = {
  article: FoundArticle
  isChosen: boolean
  decision: Decision
  onChoose: (isOn: boolean) => void
  onDecide: (decision: Decision) => void
}

/** One of several articles of a file: whether to import it, and on request its card. */
export function ArticleChoice({ article, isChosen, decision, onChoose, onDecide }: ArticleChoiceProps) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  const headline = article.headline || t('importing.no-headline')
  const facts = [
    t('importing.words', { count: article.words }),
    ...(article.pictures === 0 ? [] : [t('importing.pictures', { count: article.pictures })]),
    ...(article.section === '' ? [] : [article.section]),
    ...(article.known === null ? [] : [t('importing.known')]),
  ]
  return (
    <li className="import-article" data-testid="import-article" data-index={article.index}>
      <div className="import-article-row">
        <input
          type="checkbox"
          aria-label={headline}
          checked={isChosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
        <div className="import-article-words">
          <p className="import-article-headline" dir="rtl">
            {headline}
          </p>
          <p className="import-article-facts">{facts.join(' · ')}</p>
        </div>
        <button
          type="button"
          className="import-details"
          aria-expanded={isOpen}
          aria-label={`${t('importing.details')}: ${headline}`}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronDown aria-hidden size={18} />
        </button>
      </div>
      {isOpen || article.known !== null ? (
        <ArticleCard article={article} isOnly={false} decision={decision} onDecide={onDecide} isShort={!isOpen} />
      ) : null}
    </li>
  )
}
