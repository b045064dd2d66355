import { flushSync } from 'react-dom'
import type { Editor } from 'slate'
import { call } from '#renderer/bridge/client.ts'
import { cardByCaret } from '#renderer/editor/cards/anchors.ts'
import type { Comments } from '#renderer/editor/threads/comments.ts'
import type { ScreenActions } from './use-commands.ts'

type CommentActions = Pick<ScreenActions, 'next-comment' | 'previous-comment' | 'reply-comment' | 'resolve-comment'>

type CommentCommands = CommentActions & {
  /** Goes to the card that stands first. */
  first: () => void
}

/**
 * @param show opens the panel in which the comments are
 * @returns what the keys of comments do
 */
export function useCommentCommands(editor: Editor, comments: Comments, show: () => void): CommentCommands {
  const { choice, setView } = comments
  // At once: the cards must be there before one of them is chosen.
  const open = (): void =>
    flushSync(() => {
      setView('cards')
      show()
    })
  const step = (by: 1 | -1): void => {
    // Before a card takes the focus.
    const near = cardByCaret(editor, by === 1 ? 'before' : 'after')
    open()
    choice.step(by, near)
  }
  return {
    first() {
      open()
      choice.step(1, null)
    },
    'next-comment': () => step(1),
    'previous-comment': () => step(-1),
    'reply-comment': () => {
      const { chosen } = choice.get()
      open()
      if (chosen !== null) choice.choose(chosen, 'field')
    },
    'resolve-comment': () => {
      const thread = comments.shown.find(({ id }) => id === choice.get().chosen)
      if (thread === undefined) return
      const turn = thread.resolved === null ? 'threads.resolve' : 'threads.reopen'
      void comments.act(thread.id, () => call(turn, { threadId: thread.id }))
    },
  }
}
