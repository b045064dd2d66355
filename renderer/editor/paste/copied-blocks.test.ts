import { Editor, type Location } from 'slate'
import { describe, expect, it } from 'vitest'
import { figure, head, list, paragraph, subhead, table } from '#core/article/factories.ts'
import { counter } from '#tests/support/articles.ts'
import { drawn } from '#tests/support/drawn.ts'
import { createArticleEditor, loadDocument } from '../create-editor.ts'
import { copiedBlocks } from './copied-blocks.ts'

function copied(at: Location): { lines: string[]; isPart: boolean } | null {
  const id = counter('d')
  const editor = createArticleEditor(counter('e'))
  loadDocument(editor, [
    head('headline', id, 'عنوان الخبر'),
    list(id, false, ['أول بند']),
    figure(id, { caption: 'في لندن', credit: 'وكالة' }),
    table(id, [['س', 'ص']]),
    subhead(id, 'محور'),
    paragraph(id, 'متن'),
  ])
  editor.select(Editor.range(editor, at))
  const found = copiedBlocks(editor)
  return found === null ? null : { lines: drawn(found.blocks), isPart: found.isPart }
}

const range = (path: number[], from: number, to: number) => ({
  anchor: { path, offset: to },
  focus: { path, offset: from },
})

describe('copiedBlocks', () => {
  it.each([
    ['a headline', range([0, 0], 0, 5), 'paragraph: عنوان'],
    ['an item', range([1, 0, 0], 0, 3), 'paragraph: أول'],
    ['a caption', range([2, 0, 0], 3, 7), 'paragraph: لندن'],
    ['a cell', range([3, 0, 0, 0], 0, 1), 'paragraph: س'],
    ['a subhead', range([4, 0], 0, 2), 'paragraph: مح'],
  ])('takes words of %s alone', (_name, at, line) => {
    expect(copied(at)).toEqual({ lines: [line], isPart: true })
  })
  it('takes whole blocks otherwise', () => {
    expect(copied([4])).toEqual({ lines: ['subhead: محور'], isPart: false })
    expect(copied([3])).toEqual({
      lines: ['table table-row table-cell: س', 'table table-row table-cell: ص'],
      isPart: false,
    })
    expect(copied({ anchor: { path: [4, 0], offset: 2 }, focus: { path: [5, 0], offset: 2 } })).toEqual({
      lines: ['subhead: ور', 'paragraph: مت'],
      isPart: false,
    })
  })
  it('takes nothing at a caret', () => {
    expect(copied({ path: [5, 0], offset: 1 })).toBeNull()
  })
})
