import { useState } from 'react'
import { Check, ExternalLink, Merge } from 'lucide-react'
import type { CallOutput } from '#core/contract/contract.ts'
import type { FoundArticle, TakeAs } from '#core/contract/import.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { Frame } from '#renderer/ui/frame.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { ArticleCard } from './article-card.tsx'
import { ArticleChoice } from './article-choice.tsx'
import { importWays, takingOf, type Decision, type Taking } from './choices.ts'
import './articles.css'

type ArticlesStepProps = {
  found: Extract<CallOutput<'import.recognise'>, { kind: 'articles' }>
  error: unknown
  isWorking: boolean
  /** Imports the chosen articles, and shows what each merge would do. */
  onTake: (taking: Taking) => void
  /** Opens the article that the store has already. */
  onOpen: (id: string) => void
  onAgain: () => void
}

/** What the button says for the only article of a file. */
const TAKE: Readonly<Record<TakeAs, MessageKey>> = {
  new: 'importing.take',
  copy: 'importing.take',
  revision: 'importing.take-revision',
  proposals: 'importing.take-proposals',
}

/** Shows the articles of a file, what an import would lose, and which of them the store has already. */
export function ArticlesStep({ found, error, isWorking, onTake, onOpen, onAgain }: ArticlesStepProps) {
  const t = useT()
  const { articles, format } = found
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(articles.map(({ index }) => index)))
  const [decisions, setDecisions] = useState<ReadonlyMap<number, Decision>>(() => new Map())
  const decide = (index: number, decision: Decision): void =>
    setDecisions((earlier) => new Map(earlier).set(index, decision))
  const choose = (indexes: readonly number[], isOn: boolean): void =>
    setChosen((earlier) => {
      const next = new Set(earlier)
      for (const index of indexes)
        if (isOn) next.add(index)
        else next.delete(index)
      return next
    })
  const taking = takingOf(articles, chosen, decisions)
  const { choices, merges } = taking
  const [first] = articles
  const single = articles.length === 1 ? first : undefined
  const decisionOf = (article: FoundArticle): Decision =>
    decisions.get(article.index) ?? importWays(article, articles.length === 1)[0] ?? 'new'
  const isMerge = merges.length > 0 && choices.length === 0
  const opened = single !== undefined && choices.length + merges.length === 0 ? single.known : null
  return (
    <div className="import-review">
      <Frame title={t('importing.articles-title')}>
        <p className="import-lead" data-testid="import-format" data-format={format}>
          {t('importing.articles-lead', { format: t(`importing.format-${format}`) })}
        </p>
        {single === undefined ? (
          <>
            <label className="import-all">
              <input
                type="checkbox"
                checked={chosen.size === articles.length}
                onChange={(event) =>
                  choose(
                    articles.map(({ index }) => index),
                    event.target.checked,
                  )
                }
              />
              {t('importing.choose-all')}
            </label>
            <ol className="import-articles">
              {articles.map((article) => (
                <ArticleChoice
                  key={article.index}
                  article={article}
                  isChosen={chosen.has(article.index)}
                  decision={decisionOf(article)}
                  onChoose={(isOn) => choose([article.index], isOn)}
                  onDecide={(decision) => decide(article.index, decision)}
                />
              ))}
            </ol>
          </>
        ) : (
          <ArticleCard
            article={single}
            isOnly
            decision={decisionOf(single)}
            onDecide={(decision) => decide(single.index, decision)}
          />
        )}
      </Frame>
      <footer className="import-footer">
        <div className="import-footer-row">
          <p className="import-summary" role="status">
            {single === undefined
              ? t('importing.chosen', { chosen: choices.length + merges.length, all: articles.length })
              : null}
          </p>
          <ErrorText error={error} />
          <Button onPress={onAgain}>{t('importing.again-file')}</Button>
          {isMerge ? (
            <Button
              variant="primary"
              icon={<Merge aria-hidden size={16} />}
              isPending={isWorking}
              onPress={() => onTake(taking)}
            >
              {t('importing.see-merge')}
            </Button>
          ) : opened === null ? (
            <Button
              variant="primary"
              icon={<Check aria-hidden size={16} />}
              isDisabled={choices.length === 0}
              isPending={isWorking}
              onPress={() => onTake(taking)}
            >
              {single === undefined || choices[0] === undefined
                ? t('importing.take', { count: choices.length })
                : t(TAKE[choices[0].as], { count: 1 })}
            </Button>
          ) : (
            <Button variant="primary" icon={<ExternalLink aria-hidden size={16} />} onPress={() => onOpen(opened.id)}>
              {t('importing.open-known')}
            </Button>
          )}
        </div>
      </footer>
    </div>
  )
}
