import { useState } from 'react'
import type { Anchor } from '#core/review/anchor.ts'
import type { Comments } from '#renderer/editor/threads/comments.ts'
import { NEW_CARD, UnsavedError } from '#renderer/editor/threads/comments.ts'
import { Button } from '#renderer/ui/button.tsx'
import { AlertText, errorWords } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { MessageField } from './message-field.tsx'
import { ThreadAbout } from './thread-about.tsx'
import { useDraft } from './use-draft.ts'

/** The card in which a comment is written. What cannot be sent stays in it. */
export function NewComment({ anchor, comments }: { anchor: Anchor; comments: Comments }) {
  const t = useT()
  const [text, setText] = useDraft(comments.articleId, NEW_CARD)
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const send = (): void => {
    if (text.trim() === '' || isSending) return
    setSending(true)
    setError(null)
    comments.send(text).catch((refusal: unknown) => {
      setError(refusal)
      setSending(false)
    })
  }
  const reason = error instanceof UnsavedError ? t('comments.unsaved') : errorWords(error, t)
  return (
    <div className="thread" data-testid="new-comment" data-whole>
      <ThreadAbout anchor={anchor} place={comments.placeOf(NEW_CARD)} />
      <div className="message-form">
        <MessageField
          label={t('comments.new-field')}
          value={text}
          onChange={setText}
          onSend={send}
          people={comments.people}
        />
        {error === null ? null : <AlertText text={t('comments.not-sent', { reason })} isAnswer />}
        <div className="message-tools">
          <Button variant="primary" onPress={send} isPending={isSending} isDisabled={text.trim() === ''}>
            {t(error === null ? 'comments.send' : 'comments.again')}
          </Button>
          <Button onPress={comments.giveUp}>{t('comments.cancel')}</Button>
        </div>
      </div>
    </div>
  )
}
