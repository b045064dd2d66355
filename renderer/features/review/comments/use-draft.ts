import { useCallback, useState } from 'react'
import { draftText, keepDraftText } from '#renderer/editor/threads/drafts.ts'

/** @returns what stands in a field of an article's comments, kept until it is sent, also over a reload, and a setter. */
export function useDraft(articleId: string, field: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => draftText(articleId, field))
  const put = useCallback(
    (next: string) => {
      setText(next)
      keepDraftText(articleId, field, next)
    },
    [articleId, field],
  )
  return [text, put]
}
