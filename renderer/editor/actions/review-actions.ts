import { MessageSquarePlus } from 'lucide-react'
import type { Action } from './action.ts'

/** Actions of review: they leave the text as it is. */
export const reviewActions: readonly Action[] = [
  {
    id: 'comment',
    label: 'comments.comment',
    words: 'علق تعليق ملاحظة نقاش comment note discuss annotate',
    group: 'review',
    icon: MessageSquarePlus,
    keys: [{ code: 'KeyM', alt: true }],
    readsOnly: true,
    run: ({ ask }) => ask('comment'),
  },
]
