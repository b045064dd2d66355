import { type Editor, Node } from 'slate'
import { describe, expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { act } from '#tests/support/act.ts'
import { createArticleEditor, loadDocument } from '../create-editor.ts'

const headline: Block = { type: 'headline', id: 'h', dir: 'rtl', children: [{ text: 'عنوان' }] }

function line(type: 'paragraph', id: string, text: string): Block {
  return { type, id, dir: 'rtl', children: [{ text }] }
}

function open(...body: Block[]) {
  let count = 0
  const editor = createArticleEditor(() => `new${(count += 1)}`)
  loadDocument(editor, [headline, ...body])
  return editor
}

const backspace = (editor: Editor): void => editor.deleteBackward('character')

describe('Backspace', () => {
  it('deletes a haraka and keeps its letter', () => {
    const editor = open(line('paragraph', 'p', 'مُحَمَّد'))
    editor.select({ path: [1, 0], offset: 7 })
    act(editor, backspace)
    expect(Node.string(editor)).toBe('عنوانمُحَمَد')
    act(editor, backspace)
    expect(Node.string(editor)).toBe('عنوانمُحَمد')
    act(editor, backspace)
    expect(Node.string(editor)).toBe('عنوانمُحَد')
  })
  it('deletes a haraka at the end of the text before the one with the caret', () => {
    const editor = open({
      type: 'paragraph',
      id: 'p',
      dir: 'rtl',
      children: [{ text: 'كتبَ', bold: true }, { text: ' زيد' }],
    })
    editor.select({ path: [1, 1], offset: 0 })
    act(editor, backspace)
    expect(Node.string(editor)).toBe('عنوانكتب زيد')
  })
  it('deletes an emoji of several code points as a whole', () => {
    const editor = open(line('paragraph', 'p', 'أ👨‍👩‍👧'))
    editor.select({ path: [1, 0], offset: 9 })
    act(editor, backspace)
    expect(Node.string(editor)).toBe('عنوانأ')
  })
  it('turns a subhead into a paragraph at its start', () => {
    const editor = open({ type: 'subhead', id: 's', dir: 'rtl', level: 2, children: [{ text: 'محور' }] })
    editor.select({ path: [1, 0], offset: 0 })
    act(editor, backspace)
    expect(editor.children).toEqual([headline, line('paragraph', 's', 'محور')])
  })
  it('moves a first-level list item out of its list', () => {
    const editor = open({
      type: 'list',
      id: 'l',
      dir: 'rtl',
      ordered: false,
      children: [
        { type: 'list-item', id: 'i1', dir: 'rtl', children: [{ text: 'أ' }] },
        { type: 'list-item', id: 'i2', dir: 'rtl', children: [{ text: 'ب' }] },
      ],
    })
    editor.select({ path: [1, 1, 0], offset: 0 })
    act(editor, backspace)
    expect(editor.children.slice(1)).toEqual([
      {
        type: 'list',
        id: 'l',
        dir: 'rtl',
        ordered: false,
        children: [{ type: 'list-item', id: 'i1', dir: 'rtl', children: [{ text: 'أ' }] }],
      },
      line('paragraph', 'i2', 'ب'),
    ])
  })
  it('does not merge the body into the head', () => {
    const editor = open(line('paragraph', 'p', 'متن'))
    editor.select({ path: [1, 0], offset: 0 })
    act(editor, backspace)
    expect(editor.children).toEqual([headline, line('paragraph', 'p', 'متن')])
    expect(editor.selection?.focus).toEqual({ path: [0, 0], offset: 5 })
  })
  it('deletes a selection from the head into the body without merging them', () => {
    const editor = open(line('paragraph', 'p', 'متن'), line('paragraph', 'q', 'ثان'))
    editor.select({ anchor: { path: [0, 0], offset: 2 }, focus: { path: [2, 0], offset: 1 } })
    act(editor, () => editor.deleteFragment())
    expect(editor.children).toEqual([
      { type: 'headline', id: 'h', dir: 'rtl', children: [{ text: 'عن' }] },
      line('paragraph', 'q', 'ان'),
    ])
    editor.undo()
    expect(editor.children).toEqual([headline, line('paragraph', 'p', 'متن'), line('paragraph', 'q', 'ثان')])
  })
})
