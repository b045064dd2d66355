import type { Thread } from '#core/review/thread.ts'
import { call } from '#renderer/bridge/client.ts'
import { draftId } from '#renderer/editor/threads/drafts.ts'
import type { Comments } from '#renderer/editor/threads/comments.ts'
import { Button } from '#renderer/ui/button.tsx'
import { AlertText, errorWords } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { MessageField } from './message-field.tsx'
import { MessageView } from './message-view.tsx'
import { ThreadAbout } from './thread-about.tsx'
import { useDraft } from './use-draft.ts'

type ThreadCardProps = {
  thread: Thread
  comments: Comments
  /** Whether all of it is shown. */
  isChosen: boolean
}

/** A thread: what it is about, its messages, a reply, and the way to resolve it. */
export function ThreadCard({ thread, comments, isChosen }: ThreadCardProps) {
  const t = useT()
  const { id, messages, resolved } = thread
  const shown = isChosen ? messages : messages.slice(0, 1)
  const { refusal } = comments
  const close = (): void =>
    void comments.act(id, () => call(resolved === null ? 'threads.resolve' : 'threads.reopen', { threadId: id }))
  return (
    <div className="thread" data-testid="thread" data-whole={isChosen || undefined}>
      <ThreadAbout anchor={thread.anchor} place={comments.placeOf(id)} />
      {shown.map((message) => (
        <MessageView key={message.id} threadId={id} {...{ message, comments }} isOpen={isChosen && resolved === null} />
      ))}
      {isChosen || messages.length === 1 ? null : (
        <p className="thread-more">{t('comments.replies', { count: messages.length - 1 })}</p>
      )}
      {resolved === null ? null : <p className="thread-more">{t('comments.resolved', { by: resolved.by })}</p>}
      {isChosen ? <Reply thread={thread} comments={comments} onClose={close} /> : null}
      {refusal?.threadId === id ? (
        <AlertText text={t('comments.not-done', { reason: errorWords(refusal.error, t) })} isAnswer />
      ) : null}
    </div>
  )
}

type ReplyProps = { thread: Thread; comments: Comments; onClose: () => void }

function Reply({ thread, comments, onClose }: ReplyProps) {
  const t = useT()
  const { id, resolved } = thread
  const field = `reply-${id}`
  const [text, setText] = useDraft(comments.articleId, field)
  const send = async (): Promise<void> => {
    if (text.trim() === '') return
    const messageId = draftId(comments.articleId, field)
    if (await comments.act(id, () => call('threads.reply', { threadId: id, messageId, text }))) setText('')
  }
  return (
    <div className="message-form">
      <MessageField
        label={t('comments.reply-field')}
        value={text}
        onChange={setText}
        onSend={() => void send()}
        people={comments.people}
      />
      <div className="message-tools">
        {text.trim() === '' ? null : (
          <Button variant="primary" onPress={() => void send()}>
            {t('comments.reply')}
          </Button>
        )}
        <Button onPress={onClose} testId="resolve">
          {t(resolved === null ? 'comments.resolve' : 'comments.reopen')}
        </Button>
      </div>
    </div>
  )
}
