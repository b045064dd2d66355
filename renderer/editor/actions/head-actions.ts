import { Heading1, MapPin, Minus, TextInitial, User } from 'lucide-react'
import type { HeadType } from '#core/article/block.ts'
import { focusHead } from '../commands/insert.ts'
import type { Action } from './action.ts'

type Field = Pick<Action, 'label' | 'words' | 'icon'> & { type: HeadType }

const FIELDS: readonly Field[] = [
  { type: 'kicker', label: 'writing.addKicker', words: 'سطر تمهيدي فوق العنوان kicker', icon: Minus },
  { type: 'headline', label: 'writing.headline', words: 'عنوان رئيس headline title', icon: Heading1 },
  { type: 'deck', label: 'writing.addDeck', words: 'مقدمة وصف ملخص deck standfirst', icon: TextInitial },
  { type: 'byline', label: 'writing.addByline', words: 'كاتب بقلم byline author', icon: User },
  { type: 'dateline', label: 'writing.addDateline', words: 'مكان وكالة dateline place', icon: MapPin },
]

/** Goes to a field of the head, which is made when the article does not have it yet. */
export const headActions: readonly Action[] = FIELDS.map(({ type, ...field }) => ({
  ...field,
  id: `head-${type}`,
  group: 'head',
  run: ({ editor, newId }) => focusHead(editor, type, newId),
}))
