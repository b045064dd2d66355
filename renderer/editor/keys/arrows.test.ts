import { describe, expect, it } from 'vitest'
import { createArticleEditor, loadDocument } from '../create-editor.ts'
import { caretDirection, moveCaret, readArrow } from './arrows.ts'

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }

describe('readArrow', () => {
  it('goes forward on the left arrow in a right-to-left line', () => {
    expect(readArrow({ ...plain, key: 'ArrowLeft' }, 'rtl', false)).toEqual({
      unit: 'character',
      reverse: false,
      extend: false,
    })
  })
  it('goes back on the left arrow in a left-to-right line', () => {
    expect(readArrow({ ...plain, key: 'ArrowLeft' }, 'ltr', false)?.reverse).toBe(true)
  })
  it('steps by word with Ctrl, and with Option on a Mac', () => {
    expect(readArrow({ ...plain, key: 'ArrowRight', ctrlKey: true, shiftKey: true }, 'rtl', false)).toEqual({
      unit: 'word',
      reverse: true,
      extend: true,
    })
    expect(readArrow({ ...plain, key: 'ArrowRight', altKey: true }, 'rtl', true)?.unit).toBe('word')
  })
  it('leaves other keys and the platform’s own alone', () => {
    expect(readArrow({ ...plain, key: 'ArrowUp' }, 'rtl', false)).toBeNull()
    expect(readArrow({ ...plain, key: 'ArrowLeft', altKey: true }, 'rtl', false)).toBeNull()
    expect(readArrow({ ...plain, key: 'ArrowLeft', metaKey: true }, 'rtl', true)).toBeNull()
  })
})

describe('moveCaret', () => {
  const editor = createArticleEditor(() => 'new')
  loadDocument(editor, [
    { type: 'headline', id: 'h', dir: 'rtl', children: [{ text: 'عنوان' }] },
    { type: 'paragraph', id: 'p', dir: 'rtl', children: [{ text: 'Reuters قالت الوكالة' }] },
  ])
  const at = (offset: number) => ({ path: [1, 0], offset })

  it('keeps the block’s direction when the line begins with a Latin name', () => {
    editor.select(at(0))
    expect(caretDirection(editor)).toBe('rtl')
    moveCaret(editor, { unit: 'character', reverse: false, extend: false })
    expect(editor.selection).toEqual({ anchor: at(1), focus: at(1) })
  })
  it('extends by word', () => {
    editor.select(at(0))
    moveCaret(editor, { unit: 'word', reverse: false, extend: true })
    expect(editor.selection).toEqual({ anchor: at(0), focus: at(7) })
  })
  it('collapses a selection to the side of the arrow', () => {
    editor.select({ anchor: at(2), focus: at(5) })
    moveCaret(editor, { unit: 'character', reverse: true, extend: false })
    expect(editor.selection).toEqual({ anchor: at(2), focus: at(2) })
  })
})
