import { Heading1, MapPin, Minus, TextInitial, User } from 'lucide-react'
import { HEAD_TYPES, type HeadType } from '#core/article/block.ts'
import { focusHead } from '../commands/insert.ts'
import type { Action } from './action.ts'

/** Names and icons of the head fields, for menus and chips. */
export const HEAD_FIELDS: Readonly<Record<HeadType, Pick<Action, 'label' | 'words' | 'icon'>>> = {
  kicker: { label: 'writing.addKicker', words: 'سطر فوق العنوان kicker', icon: Minus },
  headline: { label: 'writing.headline', words: 'عنوان رئيس headline title', icon: Heading1 },
  deck: { label: 'writing.addDeck', words: 'مقدمة وصف ملخص deck standfirst', icon: TextInitial },
  byline: { label: 'writing.addByline', words: 'كاتب بقلم byline author', icon: User },
  dateline: { label: 'writing.addDateline', words: 'مكان وكالة dateline place', icon: MapPin },
}

/** Actions that move the caret to a head field and insert it if necessary. */
export const headActions: readonly Action[] = HEAD_TYPES.map((type) => ({
  ...HEAD_FIELDS[type],
  id: `head-${type}`,
  group: 'head',
  run: ({ editor, newId }) => focusHead(editor, type, newId),
}))
