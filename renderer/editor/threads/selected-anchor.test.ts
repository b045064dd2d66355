import { Transforms, type Range } from 'slate'
import { expect, it } from 'vitest'

import { smallArticle } from '#tests/support/articles.ts'
import { openOutline, type Outline } from '#tests/support/outline.ts'
import { documentOf } from '../create-editor.ts'
import { selectedAnchor } from './selected-anchor.ts'

function anchorAt(outline: Outline, selection: Range & { level?: number }): unknown {
  const editor = openOutline(outline)
  Transforms.select(editor, selection)
  return selectedAnchor(editor, { ...smallArticle('article', 'عنوان'), document: documentOf(editor) })
}

const at = (path: number[], offset: number) => ({ path, offset })
const LINES = [
  'headline: عنوان',
  'paragraph: قالت الوزيرة',
  'figure',
  '  caption: وزيرة الطاقة',
  '  credit: رويترز',
  'paragraph: وأضافت',
]

it('is the selected words, with the words around them', () => {
  expect(anchorAt(LINES, { anchor: at([1, 0], 12), focus: at([1, 0], 5) })).toEqual({
    ...{ on: 'words', quote: 'الوزيرة', before: 'قالت ', after: '' },
    ...{ start: { block: 'block2', at: 5 }, end: { block: 'block2', at: 12 } },
  })
})

it('runs across blocks, a caption too', () => {
  expect(anchorAt(LINES, { anchor: at([1, 0], 5), focus: at([3, 0], 6) })).toMatchObject({
    quote: 'الوزيرة\nوزيرة الطاقة\nرويترز\nوأضافت',
    ...{ start: { block: 'block2', at: 5 }, end: { block: 'block6', at: 6 } },
  })
})

it('leaves out the start of the line after a triple click', () => {
  expect(anchorAt(LINES, { anchor: at([1, 0], 0), focus: at([2, 0, 0], 0) })).toMatchObject({
    quote: 'قالت الوزيرة',
    end: { block: 'block2', at: 12 },
  })
})

it('is a block that is selected as one', () => {
  expect(anchorAt(LINES, { anchor: at([2, 0, 0], 0), focus: at([2, 1, 0], 6), level: 1 })).toEqual({
    on: 'block',
    block: 'block3',
  })
})

it('is the article at a caret, and for a selection without words', () => {
  expect(anchorAt(LINES, { anchor: at([1, 0], 3), focus: at([1, 0], 3) })).toEqual({ on: 'article' })
  expect(anchorAt(LINES, { anchor: at([1, 0], 4), focus: at([1, 0], 5) })).toEqual({ on: 'article' })
})
