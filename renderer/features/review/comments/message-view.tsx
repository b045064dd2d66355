import { useState } from 'react'
import type { Message } from '#core/review/thread.ts'
import { nameKey } from '#core/review/mentions.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import type { Comments } from '#renderer/editor/threads/comments.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import { MessageField } from './message-field.tsx'
import { MessageText } from './message-text.tsx'
import { useDraft } from './use-draft.ts'

type MessageViewProps = {
  threadId: string
  message: Message
  comments: Comments
  /** Whether one's own message can be changed here. */
  isOpen: boolean
}

/** One message: its author, time and words, and for its author the ways to change it. */
export function MessageView({ threadId, message, comments, isOpen }: MessageViewProps) {
  const t = useT()
  const actor = useActor()
  const [isEditing, setEditing] = useState(false)
  const isOwn = nameKey(message.by) === nameKey(actor.name) && !message.isTakenBack
  const own = { threadId, messageId: message.id }
  return (
    <div className="message">
      <p className="message-by">
        <bdi className="message-author">{message.by}</bdi>{' '}
        <span className="message-time">
          <RelativeTime at={message.at} />
          {message.editedAt === null || message.isTakenBack ? null : ` · ${t('comments.edited')}`}
        </span>
      </p>
      {message.isTakenBack ? (
        <p className="message-taken-back">{t('comments.taken-back')}</p>
      ) : isEditing && isOpen ? (
        <EditMessage {...{ threadId, message, comments }} onDone={() => setEditing(false)} />
      ) : (
        <MessageText text={message.text} people={comments.people} />
      )}
      {isOwn && isOpen && !isEditing ? (
        <div className="message-tools">
          <Button variant="quiet" onPress={() => setEditing(true)}>
            {t('comments.edit')}
          </Button>
          <Button variant="quiet" onPress={() => void comments.act(threadId, () => call('threads.takeBack', own))}>
            {t('comments.take-back')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

type EditMessageProps = { threadId: string; message: Message; comments: Comments; onDone: () => void }

function EditMessage({ threadId, message, comments, onDone }: EditMessageProps) {
  const t = useT()
  const [kept, setKept] = useDraft(comments.articleId, `edit-${message.id}`)
  const text = kept === '' ? message.text : kept
  const done = (): void => {
    setKept('')
    onDone()
  }
  const save = async (): Promise<void> => {
    if (text.trim() === '') return
    const input = { threadId, messageId: message.id, text }
    if (await comments.act(threadId, () => call('threads.edit', input))) done()
  }
  return (
    <div className="message-form">
      <MessageField
        label={t('comments.edit-field')}
        value={text}
        onChange={setKept}
        onSend={() => void save()}
        people={comments.people}
      />
      <div className="message-tools">
        <Button variant="primary" onPress={() => void save()} isDisabled={text.trim() === ''}>
          {t('comments.save')}
        </Button>
        <Button onPress={done}>{t('comments.cancel')}</Button>
      </div>
    </div>
  )
}
