import { Fragment, useId } from 'react'
import { CircleCheck, MessagesSquare, TriangleAlert } from 'lucide-react'
import type { Block } from '#core/article/block.ts'
import { importing } from '#core/locale/ar/importing.ts'
import type { FoundArticle } from '#core/contract/import.ts'
import type { MessageKey } from '#core/locale/translate.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import { StateLabel } from '#renderer/ui/state-label.tsx'
import { importWays, type Decision } from './choices.ts'

type ArticleCardProps = {
  article: FoundArticle
  /** Whether it is the file's only article. */
  isOnly: boolean
  decision: Decision
  onDecide: (decision: Decision) => void
  /** Whether to show only what must be decided. */
  isShort?: boolean
}

/** An article that is about to be imported: its content, its losses, and what to do if the store has it. */
export function ArticleCard({ article, isOnly, decision, onDecide, isShort = false }: ArticleCardProps) {
  return (
    <div className="import-card">
      {isOnly ? <Facts article={article} /> : null}
      {article.known === null ? null : (
        <KnownArticle article={article} known={article.known} isOnly={isOnly} decision={decision} onDecide={onDecide} />
      )}
      {article.similar === null ? null : (
        <SimilarArticle article={article} similar={article.similar} decision={decision} onDecide={onDecide} />
      )}
      {isShort ? null : (
        <>
          {article.review === null ? null : <ReviewInFile review={article.review} />}
          <Losses article={article} />
          <Preview article={article} />
        </>
      )}
    </div>
  )
}

function Facts({ article }: { article: FoundArticle }) {
  const t = useT()
  const { words, pictures, section } = article
  return (
    <p className="import-facts">
      <span>{t('importing.words', { count: words })}</span>
      <span>{t('importing.pictures', { count: pictures })}</span>
      {section === '' ? null : <span dir="rtl">{section}</span>}
    </p>
  )
}

type KnownArticleProps = Omit<ArticleCardProps, 'isShort'> & { known: NonNullable<FoundArticle['known']> }

/** The store has this article already: it is neither copied nor replaced unless a person says so. */
function KnownArticle({ article, known, isOnly, decision, onDecide }: KnownArticleProps) {
  const t = useT()
  const title = known.isInBin ? 'known-in-bin' : known.isSame ? 'known-same' : 'known'
  return (
    <fieldset className="import-known" data-testid="import-known">
      <legend>{t(`importing.${title}`)}</legend>
      <p className="import-known-about">
        <span dir="rtl">{known.headline || t('importing.no-headline')}</span>
        <StateLabel state={known.state} />
        <RelativeTime at={known.updatedAt} />
      </p>
      <Ways article={article} isOnly={isOnly} decision={decision} onDecide={onDecide} />
      {isOnly && known.isReplaceable && !known.isSame && known.merge !== 'possible' ? (
        <p className="import-known-about">{t(`merging.${known.merge}`)}</p>
      ) : null}
    </fieldset>
  )
}

type SimilarArticleProps = Pick<ArticleCardProps, 'article' | 'decision' | 'onDecide'> & {
  similar: NonNullable<FoundArticle['similar']>
}

/** The file does not say which article it is, but one here is near to it. */
function SimilarArticle({ article, similar, decision, onDecide }: SimilarArticleProps) {
  const t = useT()
  return (
    <fieldset className="import-known" data-testid="import-similar">
      <legend>{t('importing.similar')}</legend>
      <p className="import-known-about">
        <span dir="rtl">{similar.headline || t('importing.no-headline')}</span>
      </p>
      <p>{t('importing.similar-lead')}</p>
      <Ways article={article} isOnly decision={decision} onDecide={onDecide} />
    </fieldset>
  )
}

function Ways({ article, isOnly, decision, onDecide }: Omit<ArticleCardProps, 'isShort'>) {
  const t = useT()
  return importWays(article, isOnly).map((way) => (
    <label key={way} className="import-way">
      <input
        type="radio"
        name={`import-way-${article.index}`}
        value={way}
        checked={decision === way}
        onChange={() => onDecide(way)}
      />
      {t(way === 'here' && !isOnly ? 'importing.as-skip' : WAYS[way])}
    </label>
  ))
}

const WAYS: Readonly<Record<Decision, MessageKey>> = {
  here: 'importing.as-open',
  new: 'importing.as-new',
  merge: 'importing.as-merge',
  revision: 'importing.as-revision',
  copy: 'importing.as-copy',
  proposals: 'importing.as-proposals',
}

/** What people propose and say in the file. */
function ReviewInFile({ review }: { review: NonNullable<FoundArticle['review']> }) {
  const t = useT()
  const { proposals, threads, people } = review
  const nameOf = (by: string): string => (by === '' ? t('importing.unknown-person') : by)
  const title = useId()
  return (
    <section className="import-review-found" aria-labelledby={title} data-testid="import-review-found">
      <h2 id={title}>
        <MessagesSquare aria-hidden size={18} />
        {t('importing.review')}
      </h2>
      <ul>
        {proposals.map(({ by, changes, isUntracked }) => (
          <li key={`${by} ${isUntracked}`}>
            {t(isUntracked ? 'importing.review-untracked' : 'importing.review-proposal', { changes, by: nameOf(by) })}
          </li>
        ))}
        {threads === 0 ? null : (
          <li>
            {t('importing.review-threads', { threads })}{' '}
            {people.map((by, index) => (
              <Fragment key={by}>
                {index === 0 ? '' : t('common.and')}
                <bdi>{nameOf(by)}</bdi>
              </Fragment>
            ))}
          </li>
        )}
      </ul>
    </section>
  )
}

/** What the file holds and the draft will not, shown before the import. */
function Losses({ article }: { article: FoundArticle }) {
  const t = useT()
  if (article.losses.length === 0) {
    return (
      <p className="import-whole">
        <CircleCheck aria-hidden size={18} />
        {t('importing.no-losses')}
      </p>
    )
  }
  return (
    <section className="import-losses" aria-labelledby={`losses-${article.index}`}>
      <h2 id={`losses-${article.index}`}>
        <TriangleAlert aria-hidden size={18} />
        {t('importing.losses')}
      </h2>
      <ul>
        {article.losses.map((loss) => (
          <li key={loss.code} data-testid="import-loss" data-code={loss.code}>
            {t(`importing.loss-${loss.code}`, { count: loss.count })}
            <Examples examples={loss.examples} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How many examples are shown before the rest is opened. */
const SHOWN_EXAMPLES = 3
const LONG = 160

/** The text that was lost, as the source has it: all of it can be read and copied here. */
function Examples({ examples }: { examples: readonly string[] }) {
  const t = useT()
  const isShort = examples.length <= SHOWN_EXAMPLES && examples.every((example) => example.length <= LONG)
  const all = examples.map((example) => (
    <span key={example} className="import-example">
      <bdi>{example}</bdi>
    </span>
  ))
  if (isShort) return all
  return (
    <>
      {examples.slice(0, SHOWN_EXAMPLES).map((example) => (
        <span key={example} className="import-example import-example-cut">
          <bdi>{example}</bdi>
        </span>
      ))}
      <details className="import-all-examples">
        <summary>{t('importing.all-examples', { count: examples.length })}</summary>
        {all}
      </details>
    </>
  )
}

/** @returns the message key of a block type's name. A type that is also the role of a line is named as that role. */
function typeKey(type: Block['type']): MessageKey {
  const role = `role-${type}`
  return Object.hasOwn(importing, role) ? `importing.${role as keyof typeof importing}` : `block.${type}`
}

function Preview({ article }: { article: FoundArticle }) {
  const t = useT()
  return (
    <section aria-labelledby={`preview-${article.index}`}>
      <h2 id={`preview-${article.index}`} className="import-preview-title">
        {t('importing.preview')}
      </h2>
      <ol className="import-lines">
        {article.preview.map(({ type, dir, text }, index) => (
          // The lines never change.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="import-line import-line-still" data-role={type} data-testid="import-preview">
            <span className="import-type">{t(typeKey(type))}</span>
            <p className="import-text" dir={dir}>
              {text}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
