import {
  ArrowDown,
  ArrowUp,
  Captions,
  CopyPlus,
  IndentDecrease,
  IndentIncrease,
  PilcrowLeft,
  PilcrowRight,
  Trash2,
} from 'lucide-react'
import { deleteBlock, duplicateBlock, moveBlock } from '../commands/arrange.ts'
import { setDirection } from '../commands/blocks.ts'
import { indentItems } from '../commands/list.ts'
import { figureAt } from '../commands/pictures.ts'
import { traitsOf } from '#core/article/traits.ts'
import { selectedBlocks } from '../selection/selected-blocks.ts'
import { selectedLines } from '../selection/selected-range.ts'
import type { Editor } from 'slate'
import type { Action } from './action.ts'

const inBody = (editor: Editor): boolean => selectedBlocks(editor) !== null
const inList = (editor: Editor): boolean => {
  return selectedLines(editor).some(([line]) => traitsOf(line.type).tab === 'indent')
}

/** Actions on the selected blocks. */
export const arrangeActions: readonly Action[] = [
  {
    id: 'move-up',
    label: 'writing.moveUp',
    words: 'حرك انقل فوق أعلى move up',
    group: 'arrange',
    icon: ArrowUp,
    keys: [{ code: 'ArrowUp', plain: true, alt: true, shift: true }],
    isReady: inBody,
    run: ({ editor }) => void moveBlock(editor, false),
  },
  {
    id: 'move-down',
    label: 'writing.moveDown',
    words: 'حرك انقل تحت أسفل move down',
    group: 'arrange',
    icon: ArrowDown,
    keys: [{ code: 'ArrowDown', plain: true, alt: true, shift: true }],
    isReady: inBody,
    run: ({ editor }) => void moveBlock(editor, true),
  },
  {
    id: 'duplicate',
    label: 'writing.duplicate',
    words: 'كرر انسخ الفقرة duplicate copy block',
    group: 'arrange',
    icon: CopyPlus,
    keys: [{ code: 'KeyD' }],
    isReady: inBody,
    run: ({ editor }) => void duplicateBlock(editor),
  },
  {
    id: 'delete-block',
    label: 'writing.deleteBlock',
    words: 'احذف الفقرة الكتلة delete remove block',
    group: 'arrange',
    icon: Trash2,
    keys: [{ code: 'Backspace', shift: true }],
    isReady: inBody,
    run: ({ editor }) => void deleteBlock(editor),
  },
  {
    id: 'indent',
    label: 'writing.indent',
    words: 'مستوى أعمق أدخل القائمة indent nest',
    group: 'arrange',
    icon: IndentIncrease,
    isReady: inList,
    run: ({ editor }) => void indentItems(editor, 1),
  },
  {
    id: 'outdent',
    label: 'writing.outdent',
    words: 'مستوى أعلى أخرج القائمة outdent',
    group: 'arrange',
    icon: IndentDecrease,
    isReady: inList,
    run: ({ editor }) => void indentItems(editor, -1),
  },
  {
    id: 'alt',
    label: 'writing.altLabel',
    words: 'بديل وصف صورة alternative text alt picture description',
    group: 'arrange',
    icon: Captions,
    isReady: (editor) => figureAt(editor)?.[0].asset !== undefined,
    run: ({ ask }) => ask('alt'),
  },
]

/** Actions that set the direction of the selected blocks. */
export const directionActions: readonly Action[] = [
  {
    id: 'direction',
    label: 'writing.direction',
    words: 'اتجاه الفقرة direction',
    group: 'direction',
    icon: PilcrowRight,
    keys: [{ code: 'KeyX', shift: true }],
    isReady: (editor) => editor.selection !== null,
    run: ({ editor }) => setDirection(editor, 'other'),
  },
  {
    id: 'direction-rtl',
    label: 'writing.directionRtl',
    words: 'من اليمين إلى اليسار عربي right to left rtl',
    group: 'direction',
    icon: PilcrowLeft,
    isReady: (editor) => editor.selection !== null,
    run: ({ editor }) => setDirection(editor, 'rtl'),
  },
  {
    id: 'direction-ltr',
    label: 'writing.directionLtr',
    words: 'من اليسار إلى اليمين إنجليزي لاتيني left to right ltr',
    group: 'direction',
    icon: PilcrowRight,
    isReady: (editor) => editor.selection !== null,
    run: ({ editor }) => setDirection(editor, 'ltr'),
  },
]
