import {
  ArrowDown,
  ArrowDownToLine,
  ArrowLeftRight,
  ArrowUp,
  ArrowUpToLine,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  PanelLeft,
  PanelTop,
  Trash2,
} from 'lucide-react'
import type { Editor } from 'slate'
import {
  addColumn,
  addRow,
  moveColumn,
  moveRow,
  removeColumn,
  removeRow,
  tablePlace,
  tableSpan,
  toggleHeader,
  toggleHeaderColumn,
} from '../commands/table.ts'
import type { Action } from './action.ts'

const inTable = (editor: Editor): boolean => tablePlace(editor) !== null

/** @returns whether other rows or columns stand on a side of those selected */
function hasRoom(editor: Editor, of: 'rows' | 'columns', step: 1 | -1): boolean {
  const span = tableSpan(editor)
  if (span === null) return false
  const count = of === 'rows' ? span.table.children.length : (span.table.children[0]?.children.length ?? 1)
  return step === 1 ? span[of].last < count - 1 : span[of].first > 0
}

type TableAction = Omit<Action, 'group'>

/** Actions on the row at the caret, or on the rows that are selected. */
export const ROW_ACTIONS: readonly TableAction[] = [
  {
    id: 'add-row-before',
    label: 'writing.addRowBefore',
    words: 'صف جديد فوق أعلى جدول add insert row above',
    icon: ArrowUpToLine,
    isReady: inTable,
    run: ({ editor, newId }) => addRow(editor, newId, 'before'),
  },
  {
    id: 'add-row',
    label: 'writing.addRow',
    words: 'صف جديد تحت أسفل جدول add insert row below',
    icon: ArrowDownToLine,
    isReady: inTable,
    run: ({ editor, newId }) => addRow(editor, newId),
  },
  {
    id: 'move-row-up',
    label: 'writing.moveRowUp',
    words: 'انقل حرك الصف فوق أعلى جدول move row up',
    icon: ArrowUp,
    isReady: (editor) => hasRoom(editor, 'rows', -1),
    run: ({ editor }) => void moveRow(editor, -1),
  },
  {
    id: 'move-row-down',
    label: 'writing.moveRowDown',
    words: 'انقل حرك الصف تحت أسفل جدول move row down',
    icon: ArrowDown,
    isReady: (editor) => hasRoom(editor, 'rows', 1),
    run: ({ editor }) => void moveRow(editor, 1),
  },
  {
    id: 'remove-row',
    label: 'writing.removeRow',
    words: 'احذف صف جدول remove delete row',
    icon: Trash2,
    isReady: inTable,
    run: ({ editor }) => removeRow(editor),
  },
  {
    id: 'toggle-header',
    label: 'writing.toggleHeader',
    words: 'صف العناوين رأس الجدول header row',
    icon: PanelTop,
    isOn: (editor) => tablePlace(editor)?.table[0].header === true,
    isReady: inTable,
    run: ({ editor }) => toggleHeader(editor),
  },
]

/** Actions on the column at the caret, or on the columns that are selected. */
export const COLUMN_ACTIONS: readonly TableAction[] = [
  {
    id: 'add-column-before',
    label: 'writing.addColumnBefore',
    words: 'عمود جديد قبل جدول add insert column before',
    icon: BetweenVerticalStart,
    isReady: inTable,
    run: ({ editor, newId }) => addColumn(editor, newId, 'before'),
  },
  {
    id: 'add-column',
    label: 'writing.addColumn',
    words: 'عمود جديد بعد جدول add insert column after',
    icon: BetweenVerticalEnd,
    isReady: inTable,
    run: ({ editor, newId }) => addColumn(editor, newId),
  },
  {
    id: 'move-column-back',
    label: 'writing.moveColumnBack',
    words: 'انقل حرك العمود قبل جدول move column back',
    icon: ArrowLeftRight,
    isReady: (editor) => hasRoom(editor, 'columns', -1),
    run: ({ editor }) => void moveColumn(editor, -1),
  },
  {
    id: 'move-column-on',
    label: 'writing.moveColumnOn',
    words: 'انقل حرك العمود بعد جدول move column on',
    icon: ArrowLeftRight,
    isReady: (editor) => hasRoom(editor, 'columns', 1),
    run: ({ editor }) => void moveColumn(editor, 1),
  },
  {
    id: 'remove-column',
    label: 'writing.removeColumn',
    words: 'احذف عمود جدول remove delete column',
    icon: Trash2,
    isReady: inTable,
    run: ({ editor }) => removeColumn(editor),
  },
  {
    id: 'toggle-header-column',
    label: 'writing.toggleHeaderColumn',
    words: 'عمود العناوين أسماء الصفوف header column',
    icon: PanelLeft,
    isOn: (editor) => tablePlace(editor)?.table[0].headerColumn === true,
    isReady: inTable,
    run: ({ editor }) => toggleHeaderColumn(editor),
  },
]

/** Actions on the table at the caret. */
export const tableActions: readonly Action[] = [...ROW_ACTIONS, ...COLUMN_ACTIONS].map((action) => ({
  ...action,
  group: 'table',
}))
