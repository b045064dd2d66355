import { Box, Feather, Heading2, Heading3, List, ListOrdered, MessageSquareQuote, Pilcrow, Quote } from 'lucide-react'
import { blockKind, isTurnable } from '../commands/block-kind.ts'
import { toggleKind, turnInto } from '../commands/blocks.ts'
import type { TurnKind } from '../commands/turn-kinds.ts'
import type { Action } from './action.ts'

type Turn = Pick<Action, 'label' | 'words' | 'icon' | 'keys'>

/** In menu order. */
const TURNS: Readonly<Record<TurnKind, Turn>> = {
  paragraph: {
    label: 'writing.paragraph',
    words: 'نص عادي متن paragraph text body',
    icon: Pilcrow,
    keys: [{ code: 'Digit0', alt: true }],
  },
  'subhead-2': {
    label: 'writing.subhead',
    words: 'عنوان داخلي فرعي subhead heading h2',
    icon: Heading2,
    keys: [{ code: 'Digit2', alt: true }],
  },
  'subhead-3': {
    label: 'writing.subheadSmall',
    words: 'عنوان داخلي فرعي صغير subhead heading h3',
    icon: Heading3,
    keys: [{ code: 'Digit3', alt: true }],
  },
  quote: {
    label: 'writing.quote',
    words: 'اقتباس تصريح قول مقتبس quote blockquote citation',
    icon: Quote,
    keys: [{ code: 'Digit9', shift: true }],
  },
  pullquote: {
    label: 'writing.pullquote',
    words: 'اقتباس بارز جملة بارزة مقتطف pullquote highlight',
    icon: MessageSquareQuote,
  },
  list: {
    label: 'writing.list',
    words: 'قائمة نقاط تعداد bullets unordered list',
    icon: List,
    keys: [{ code: 'Digit8', shift: true }],
  },
  'ordered-list': {
    label: 'writing.orderedList',
    words: 'قائمة أرقام ترقيم مرقمة numbered ordered list',
    icon: ListOrdered,
    keys: [{ code: 'Digit7', shift: true }],
  },
  factbox: {
    label: 'writing.factbox',
    words: 'معلومات خلفية صندوق factbox background box',
    icon: Box,
  },
  verse: {
    label: 'block.verse',
    words: 'بيت شعر قصيدة صدر عجز verse poem poetry',
    icon: Feather,
  },
}

/** Actions that turn the selected lines into a kind of block. */
export const turnActions: readonly Action[] = (Object.keys(TURNS) as TurnKind[]).map((kind) => ({
  ...TURNS[kind],
  id: kind,
  group: 'turn',
  isOn: (editor) => blockKind(editor) === kind,
  isReady: isTurnable,
  run: ({ editor, newId }) =>
    kind === 'paragraph' ? turnInto(editor, 'paragraph', newId) : toggleKind(editor, kind, newId),
}))
