import { Bold, Italic, Link, PilcrowLeft, Redo2, RemoveFormatting, Underline, Undo2 } from 'lucide-react'
import { clearFormatting } from '../commands/clear.ts'
import { inIsolate, linkAt, toggleIsolate } from '../commands/links.ts'
import { hasMark, toggleMark } from '../commands/marks.ts'
import type { Action } from './action.ts'

/** Actions on the selected text, and undo and redo. */
export const textActions: readonly Action[] = [
  {
    id: 'bold',
    label: 'writing.bold',
    words: 'غامق عريض bold strong',
    group: 'text',
    icon: Bold,
    keys: [{ code: 'KeyB' }],
    isOn: (editor) => hasMark(editor, 'bold'),
    run: ({ editor }) => toggleMark(editor, 'bold'),
  },
  {
    id: 'italic',
    label: 'writing.italic',
    words: 'مائل italic emphasis',
    group: 'text',
    icon: Italic,
    keys: [{ code: 'KeyI' }],
    isOn: (editor) => hasMark(editor, 'italic'),
    run: ({ editor }) => toggleMark(editor, 'italic'),
  },
  {
    id: 'underline',
    label: 'writing.underline',
    words: 'خط تحت underline',
    group: 'text',
    icon: Underline,
    keys: [{ code: 'KeyU' }],
    isOn: (editor) => hasMark(editor, 'underline'),
    run: ({ editor }) => toggleMark(editor, 'underline'),
  },
  {
    id: 'link',
    label: 'writing.link',
    words: 'رابط وصلة عنوان link url',
    group: 'text',
    icon: Link,
    keys: [{ code: 'KeyK', shift: true }],
    isOn: (editor) => linkAt(editor) !== null,
    run: ({ ask }) => ask('link'),
  },
  {
    id: 'isolate',
    label: 'writing.isolate',
    words: 'لاتيني إنجليزي عزل اتجاه isolate latin ltr',
    group: 'text',
    icon: PilcrowLeft,
    keys: [{ code: 'KeyL', shift: true }],
    isOn: inIsolate,
    run: ({ editor }) => toggleIsolate(editor),
  },
  {
    id: 'clear',
    label: 'writing.clearFormatting',
    words: 'أزل التنسيق امسح clear remove formatting',
    group: 'text',
    icon: RemoveFormatting,
    keys: [{ code: 'Backslash' }],
    run: ({ editor }) => clearFormatting(editor),
  },
  {
    id: 'undo',
    label: 'writing.undo',
    words: 'تراجع undo',
    group: 'history',
    icon: Undo2,
    keys: [{ code: 'KeyZ' }],
    isReady: (editor) => editor.history.undos.length > 0,
    run: ({ editor }) => editor.undo(),
  },
  {
    id: 'redo',
    label: 'writing.redo',
    words: 'أعد redo',
    group: 'history',
    icon: Redo2,
    keys: [{ code: 'KeyZ', shift: true }, { code: 'KeyY' }],
    isReady: (editor) => editor.history.redos.length > 0,
    run: ({ editor }) => editor.redo(),
  },
]
