import { memo, useState, type ReactNode } from 'react'
import type { ChangeWays, Item } from '#renderer/editor/proposals/item.ts'
import { draftId } from '#renderer/editor/threads/drafts.ts'
import { Button } from '#renderer/ui/button.tsx'
import { AlertText, errorWords } from '#renderer/ui/error-text.tsx'
import { directionOf, isolated } from '#renderer/ui/isolated.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import { MessageField } from '../comments/message-field.tsx'
import { useDraft } from '../comments/use-draft.ts'
import { whatWords } from './what-words.ts'
import './changes.css'

type ChangeCardProps = {
  item: Item
  ways: ChangeWays
  people: readonly string[]
  articleId: string
  /** Whether all of it is shown. */
  isChosen: boolean
}

/** The card of a change: who proposes what and when, and what can be done with it. */
export const ChangeCard = memo(function ChangeCard({ item, ways, people, articleId, isChosen }: ChangeCardProps) {
  const t = useT()
  const { proposal, author, description, clash, way } = item
  return (
    <div className="change-card" data-author={author} data-testid="change-card" data-whole={isChosen || undefined}>
      <p className="change-by">
        <bdi className="change-author">{proposal.by}</bdi>{' '}
        {proposal.updatedAt === '' ? null : (
          <span className="change-time">
            <RelativeTime at={proposal.updatedAt} />
          </span>
        )}
        {clash === null ? null : <strong className="change-clash">{t('proposals.clash')}</strong>}
      </p>
      <ul className="change-what">
        {whatWords(description, t).map((words) => (
          <li key={words}>{words}</li>
        ))}
        {description.removed.trim() === '' ? null : (
          <Words name={t(way === 'back' ? 'proposals.was-removed' : 'proposals.removed')} tag="del">
            {description.removed.trim()}
          </Words>
        )}
        {description.added.trim() === '' ? null : (
          <Words name={t(way === 'back' ? 'proposals.was-added' : 'proposals.added')} tag="ins">
            {description.added.trim()}
          </Words>
        )}
      </ul>
      {clash === null ? null : (
        <p className="change-now">
          {t('proposals.clash-says')} {t('proposals.clash-now')}: «
          {isolated(clash.now.added, directionOf(clash.now.added))}»
        </p>
      )}
      {proposal.note === '' ? null : <p className="change-note">{proposal.note}</p>}
      <Ways item={item} ways={ways} />
      {isChosen && ways.reply !== null ? <Reply {...{ item, ways, people, articleId }} /> : null}
    </div>
  )
})

function Words({ name, tag: Tag, children }: { name: string; tag: 'ins' | 'del'; children: string }): ReactNode {
  const dir = directionOf(children)
  return (
    <li>
      <span className="change-verb">{name}</span>{' '}
      <Tag className="changed-text" data-look={Tag === 'ins' ? 'added' : 'removed'} dir={dir}>
        {isolated(children, dir)}
      </Tag>
    </li>
  )
}

function Ways({ item, ways: { decide, takeBack } }: Pick<ChangeCardProps, 'item' | 'ways'>) {
  const t = useT()
  const { key, clash } = item
  if (takeBack !== null)
    return (
      <div className="change-ways">
        <Button onPress={() => takeBack([key])}>{t('proposals.take-back')}</Button>
      </div>
    )
  if (decide === null) return null
  return (
    <div className="change-ways">
      <Button variant="primary" onPress={() => decide([key], 'accepted')} testId="accept-change">
        {t(clash === null ? 'proposals.accept' : 'proposals.clash-take')}
      </Button>
      {clash?.canBeBoth === true ? (
        <Button onPress={() => decide([key], 'both')} testId="take-both">
          {t('proposals.clash-both')}
        </Button>
      ) : null}
      <Button onPress={() => decide([key], 'rejected')} testId="reject-change">
        {t(clash === null ? 'proposals.reject' : 'proposals.clash-keep')}
      </Button>
    </div>
  )
}

/** Begins a thread about a change. What cannot be sent stays in the field. */
function Reply({ item, ways, people, articleId }: Omit<ChangeCardProps, 'isChosen'>) {
  const t = useT()
  const field = `reply-${item.key}`
  const [text, setText] = useDraft(articleId, field)
  const [error, setError] = useState<unknown>(null)
  const send = async (): Promise<void> => {
    if (text.trim() === '') return
    setError(null)
    try {
      await ways.reply?.(item, { id: draftId(articleId, field), text })
      setText('')
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <div className="message-form">
      <MessageField
        label={t('proposals.reply-label')}
        value={text}
        onChange={setText}
        onSend={() => void send()}
        people={people}
      />
      {error === null ? null : <AlertText text={errorWords(error, t)} isAnswer />}
      {text.trim() === '' ? null : (
        <div className="message-tools">
          <Button variant="primary" onPress={() => void send()}>
            {t('proposals.reply-send')}
          </Button>
        </div>
      )}
    </div>
  )
}
