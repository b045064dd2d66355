import { Editor, Node } from 'slate'
import { describe, expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { figure, gallery, head, paragraph } from '#core/article/factories.ts'
import { act } from '#tests/support/act.ts'
import { counter } from '#tests/support/articles.ts'
import { createArticleEditor, documentOf, loadDocument } from '../create-editor.ts'
import { waitToPaste } from '../paste/waiting.ts'
import type { StoredPicture } from '../picture-store.ts'
import { selectBlocks } from '../selection/select-blocks.ts'
import { placePictures } from './place-pictures.ts'

const id = counter('d')

function open(...blocks: Block[]): Editor {
  const editor = createArticleEditor(counter('e'))
  loadDocument(editor, [head('headline', id, 'عنوان'), ...blocks])
  return editor
}

const picture = (digit: string): StoredPicture => ({
  asset: { hash: digit.repeat(64), mediaType: 'image/jpeg', width: 4, height: 3, size: 9, name: 'a.jpg' },
  description: { caption: '', credit: '', alt: '', date: '' },
})

/** A line for each block of the body: its words, or the first digits of the hashes of its pictures; «-» for none. */
function body(editor: Editor): string[] {
  return documentOf(editor)
    .slice(1)
    .map((block) => {
      if (block.type === 'figure') return `figure ${block.asset?.hash.slice(0, 1) ?? '-'}`
      if (block.type !== 'gallery') return Node.string(block)
      return `gallery ${block.children.map(({ asset }) => asset?.hash.slice(0, 1) ?? '-').join('')}`
    })
}

const filled = (digit: string) => figure(id, { asset: picture(digit).asset })
const place = (editor: Editor, ...digits: string[]): void =>
  act(editor, () => placePictures(editor, digits.map(picture), counter('p')))

describe('pictures', () => {
  it('fill an empty figure at the caret, or one that is selected as a block', () => {
    const atCaret = open(paragraph(id, 'أول'), figure(id))
    atCaret.select(Editor.start(atCaret, [2]))
    place(atCaret, '1')
    expect(body(atCaret)).toEqual(['أول', 'figure 1'])
    const selected = open(figure(id), paragraph(id, 'ثانٍ'))
    selectBlocks(selected, [1])
    place(selected, '1')
    expect(body(selected)).toEqual(['figure 1', 'ثانٍ'])
  })

  it('join the gallery that is selected, and that of a selected picture of it', () => {
    for (const path of [[1], [1, 0]]) {
      const editor = open(gallery(id, [filled('1'), filled('2')]), paragraph(id, 'ثانٍ'))
      selectBlocks(editor, path)
      place(editor, '3', '4')
      expect(body(editor)).toEqual(['gallery 1234', 'ثانٍ'])
    }
  })

  it('fill an only, empty figure of a gallery, and take the place of empty ones', () => {
    const editor = open(gallery(id, [figure(id)]))
    editor.select(Editor.start(editor, [1]))
    place(editor, '1')
    expect(body(editor)).toEqual(['gallery 1'])
    place(editor, '2', '3')
    expect(body(editor)).toEqual(['gallery 123'])
    const empty = open(gallery(id, [filled('1'), figure(id)]))
    selectBlocks(empty, [1])
    place(empty, '2', '3')
    expect(body(empty)).toEqual(['gallery 123'])
  })

  it('come after all blocks that are selected, whichever end was selected last', () => {
    for (const [from, to] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const editor = open(paragraph(id, 'أول'), paragraph(id, ''), paragraph(id, 'ثالث'))
      selectBlocks(editor, [from], [to])
      place(editor, '1')
      expect(body(editor)).toEqual(['أول', '', 'figure 1', 'ثالث'])
    }
  })
})

describe('pictures that are still being stored', () => {
  it('come where they were chosen, and leave the caret where the writer types meanwhile', () => {
    const editor = open(paragraph(id, 'أول'), paragraph(id, 'ثانٍ'))
    editor.select(Editor.end(editor, [1]))
    const land = waitToPaste(editor)
    editor.insertText(' سطر')
    editor.select(Editor.end(editor, [2]))
    editor.insertText('!')
    land?.(() => placePictures(editor, [picture('1')], counter('p')))
    expect(body(editor)).toEqual(['أول سطر', 'figure 1', 'ثانٍ!'])
    editor.insertText('؟')
    expect(body(editor)).toEqual(['أول سطر', 'figure 1', 'ثانٍ!؟'])
  })

  it('fill the empty figure that was selected as a block, and leave the blocks that are selected by then', () => {
    const editor = open(figure(id), paragraph(id, 'ثانٍ'), paragraph(id, 'ثالث'))
    selectBlocks(editor, [1])
    const land = waitToPaste(editor)
    selectBlocks(editor, [2], [3])
    land?.(() => placePictures(editor, [picture('1')], counter('p')))
    expect(body(editor)).toEqual(['figure 1', 'ثانٍ', 'ثالث'])
    expect(editor.selection).toMatchObject({ level: 1, anchor: { path: [2, 0] }, focus: { path: [3, 0] } })
  })
})
