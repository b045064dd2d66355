import { Editor, type Range } from 'slate'
import { describe, expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { head, list, paragraph, separator } from '#core/article/factories.ts'
import { replaceDocument } from '../commands/restore.ts'
import { createArticleEditor, loadDocument } from '../create-editor.ts'

const line = (id: string, text: string): Block => paragraph(() => id, text)
const HEAD = head('headline', () => 'h', 'عنوان')

function open(...blocks: Block[]): Editor {
  let count = 0
  const editor = createArticleEditor(() => `n${(count += 1)}`)
  loadDocument(editor, [HEAD, ...blocks])
  return editor
}

/** Selects words of the line at a path; a backward selection has its focus before its anchor. */
function select(editor: Editor, path: number[], words: string, isBackward = false): void {
  const start = Editor.string(editor, path).indexOf(words)
  const [from, to] = [start, start + words.length].map((offset) => ({ path: [...path, 0], offset }))
  editor.select({ anchor: isBackward ? to : from, focus: isBackward ? from : to } as Range)
}

/** @returns the text before the caret in its line, and the number of the block at the top level */
function caret(editor: Editor): [number, string] {
  const { path, offset } = editor.selection?.focus ?? { path: [], offset: 0 }
  return [path[0] ?? -1, Editor.string(editor, path).slice(0, offset)]
}

describe('the caret, where blocks are replaced', () => {
  it('stays after its letter when words before and behind it change', () => {
    const editor = open(line('p', 'ارتفع النفط كثيرا أمس'), line('q', 'ثان'))
    editor.select({ path: [1, 0], offset: 11 })
    replaceDocument(editor, [HEAD, line('p', 'لقد ارتفع سعر النفط قليلا أمس'), line('q', 'ثان')])
    expect(caret(editor)).toEqual([1, 'لقد ارتفع سعر النفط'])
  })
  it('stays before the words that come at it, and goes to what is left of a line that lost its words', () => {
    const editor = open(line('p', 'ارتفع النفط'), line('q', 'ثان ثالث'))
    editor.select({ path: [1, 0], offset: 11 })
    replaceDocument(editor, [HEAD, line('p', 'ارتفع النفط مساء'), line('q', 'ثان ثالث')])
    expect(caret(editor)).toEqual([1, 'ارتفع النفط'])
    editor.select({ path: [2, 0], offset: 3 })
    replaceDocument(editor, [HEAD, line('p', 'ارتفع النفط مساء'), line('q', 'ثالث')])
    expect(caret(editor)).toEqual([2, ''])
  })
  it('goes along with a line that is moved, split or joined', () => {
    const editor = open(line('p', 'أول ثان ثالث'), line('q', 'رابع'))
    editor.select({ path: [1, 0], offset: 10 })
    replaceDocument(editor, [HEAD, line('q', 'رابع'), line('p', 'أول ثان ثالث')])
    expect(caret(editor)).toEqual([2, 'أول ثان ثا'])
    replaceDocument(editor, [HEAD, line('q', 'رابع'), line('p', 'أول ثان'), line('r', 'ثالث')])
    expect(caret(editor)).toEqual([3, 'ثا'])
    replaceDocument(editor, [HEAD, line('q', 'رابع'), line('p', 'أول ثان ثالث')])
    expect(caret(editor)).toEqual([2, 'أول ثان ثا'])
  })
  it('goes to the end of the line above when its own is removed, and stays in a line that lost all its letters', () => {
    const editor = open(line('p', 'أول'), line('q', 'ثان'), line('r', 'ثالث'))
    editor.select({ path: [2, 0], offset: 1 })
    replaceDocument(editor, [HEAD, line('p', 'أول جديد'), line('r', 'ثالث جديد')])
    expect(caret(editor)).toEqual([1, 'أول جديد'])
    editor.select({ path: [2, 0], offset: 2 })
    replaceDocument(editor, [HEAD, line('p', 'أول'), line('r', '')])
    expect(caret(editor)).toEqual([2, ''])
  })
  it('stays in an item of a list and at a separator', () => {
    const rows = (first: string): Block => {
      let id = 0
      return { ...list(() => `i${(id += 1)}`, false, [first, 'سمك']), id: 'l' }
    }
    const editor = open(rows('خبز'), { ...separator(() => 's') })
    editor.select({ path: [1, 1, 0], offset: 2 })
    replaceDocument(editor, [HEAD, rows('خبز وملح'), separator(() => 's')])
    expect(caret(editor)).toEqual([1, 'سم'])
    editor.select({ path: [2, 0], offset: 0 })
    replaceDocument(editor, [HEAD, line('p', 'قبلها'), rows('خبز'), separator(() => 's')])
    expect(caret(editor)).toEqual([3, ''])
  })
})

describe('a selection, where blocks are replaced', () => {
  it.each([false, true])('holds the words that it held (backward: %s)', (isBackward) => {
    const editor = open(line('p', 'ارتفع النفط كثيرا أمس'))
    select(editor, [1], 'النفط كثيرا', isBackward)
    replaceDocument(editor, [HEAD, line('p', 'أيضا ارتفع سعر النفط كثيرا جدا أمس')])
    const { selection } = editor
    expect(selection === null ? '' : Editor.string(editor, selection)).toBe('النفط كثيرا')
    expect(selection !== null && selection.anchor.offset > selection.focus.offset).toBe(isBackward)
  })
})
