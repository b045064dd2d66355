import { createEditor, type Descendant } from 'slate'
import { ELEMENT_TO_NODE } from 'slate-dom'
import { expect, it } from 'vitest'
import { indexOfDrawn, pathOfDrawn } from './drawn-path.ts'

/** As much of an element as Slate asks for. */
class Drawn {
  readonly nodeType = 1
  readonly ownerDocument = { defaultView: { Node: Drawn } }
  readonly parentElement: Drawn | null

  constructor(node: Descendant, parentElement: Drawn | null = null) {
    this.parentElement = parentElement
    ELEMENT_TO_NODE.set(this as never, node)
  }

  closest(): Drawn {
    return this
  }

  hasAttribute(): boolean {
    return true
  }
}
/** Without a DOM there is no `Element` that it could be. */
const elementOf = (node: Descendant, parent: Drawn | null = null): Element =>
  new Drawn(node, parent) as unknown as Element

const caption = (text: string) => ({ id: 'c', type: 'caption', dir: 'rtl', children: [{ text }] })
const figure = (text: string) => ({ id: 'f', type: 'figure', dir: 'rtl', alt: '', children: [caption(text)] })
const line = { id: 'p', type: 'paragraph', dir: 'rtl', children: [{ text: 'نص' }] }

it('finds a block of which an older version is drawn, and one inside it', () => {
  const editor = createEditor()
  editor.children = [line, figure('جديد')] as Descendant[]
  const old = figure('قديم') as Descendant
  const drawn = new Drawn(old)
  expect(indexOfDrawn(editor, drawn as unknown as Element)).toBe(1)
  expect(pathOfDrawn(editor, elementOf(caption('قديم') as Descendant, drawn))).toEqual([1, 0])
})

it('finds no block that is still drawn and gone from the text', () => {
  const editor = createEditor()
  editor.children = [line] as Descendant[]
  expect(indexOfDrawn(editor, elementOf(figure('قديم') as Descendant))).toBeNull()
  expect(pathOfDrawn(editor, elementOf(figure('قديم') as Descendant))).toBeNull()
})
