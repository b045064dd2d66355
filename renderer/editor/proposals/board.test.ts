import { Editor } from 'slate'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { head, newArticle, paragraph } from '#core/article/factories.ts'
import { keyed } from '#core/review/proposals/drawing.ts'
import { openOf } from '#core/review/proposals/open.ts'
import { createArticleEditor, loadDocument } from '../create-editor.ts'
import { createBoard } from './board.ts'
import { decorateChanges } from './decorate-changes.ts'
import { inTextOrder } from './in-text-order.ts'
import { keysIn } from './keys-in.ts'

const line = (id: string, text: string): Block => paragraph(() => id, text)
const article = (...texts: string[]): Article =>
  newArticle('a', () => 'h', [head('headline', () => 'h', 'عنوان'), ...texts.map((text, at) => line(`p${at}`, text))])

function drawn(live: Article, to: Article, way: 'onward' | 'back' = 'onward') {
  let count = 0
  const editor = createArticleEditor(() => `n${(count += 1)}`)
  loadDocument(editor, live.document)
  const board = createBoard(editor, live)
  const { parts, ends } = openOf(live, { base: live, head: to })
  board.show([{ id: 'x', author: 0, way, ends, parts: keyed('x', parts) }])
  const decorate = decorateChanges(board)
  /** What is decorated in the paragraph at a place: the text of each range, with what it bears. */
  const seen = (index: number): unknown[] =>
    decorate([editor.children[index] as never, [index]]).map(({ anchor, focus, ...marks }) => [
      Editor.string(editor, { anchor, focus }),
      marks,
    ])
  return { editor, board, seen }
}

const mark = (key: string, look: string, text = ''): string => JSON.stringify([{ key, look, author: 0, text }])

describe('what is drawn', () => {
  it('is borne by the words that go, and by one letter with its marks where words come', () => {
    const { seen } = drawn(article('قالَ كثيرا نَعم'), article('قالَ قليلا نَعم'))
    expect(seen(1)).toEqual([
      ['كثيرا', { changes: mark('x/text:p0/0', 'removed') }],
      [' ', { drawnBefore: mark('x/text:p0/0', 'added', 'قليلا') }],
    ])
    expect(drawn(article('قال نَعم'), article('قال أجل نَعم')).seen(1)).toEqual([
      ['نَ', { drawnBefore: mark('x/text:p0/0', 'added', 'أجل ') }],
    ])
  })
  it('is borne by the last letter at the end of a line, and by the place in an empty one', () => {
    expect(drawn(article('قال نعمَ'), article('قال نعمَ أجل')).seen(1)).toEqual([
      ['مَ', { drawnAfter: mark('x/text:p0/0', 'added', ' أجل') }],
    ])
    expect(drawn(article('قال', ''), article('قال', 'أجل')).seen(2)).toEqual([
      ['', { drawnBefore: mark('x/text:p1/0', 'added', 'أجل') }],
    ])
  })
  it('leaves the spaces around words as they are, which hang at the end of a line', () => {
    const { editor, seen } = drawn(article('كان نعم'), article('كان نعم'), 'back')
    editor.select({ path: [1, 0], offset: 3 })
    editor.insertText(' هنا ')
    expect(seen(1)).toEqual([['هنا', { changes: mark('x/text:p0/0', 'added') }]])
    editor.undo()
    editor.select({ path: [1, 0], offset: 7 })
    editor.insertText(' ')
    expect(seen(1)).toEqual([])
  })
  it('moves with the words while somebody writes before them, without drawing anything else anew', () => {
    const { editor, seen, board } = drawn(article('هنا كان كثيرا', 'ثان'), article('هنا كان قليلا', 'ثان'))
    const before = board.linesOf(2, 'p1')
    editor.select({ path: [1, 0], offset: 3 })
    editor.insertText(' أمس')
    expect(seen(1)).toEqual([
      ['كثيرا', { changes: mark('x/text:p0/0', 'removed') }],
      ['ا', { drawnAfter: mark('x/text:p0/0', 'added', 'قليلا') }],
    ])
    expect(board.linesOf(2, 'p1')).toBe(before)
  })
  it('stays, moved along, while somebody writes in a word that is to go', () => {
    const { editor, seen } = drawn(article('كان كثيرا أمس جدا'), article('كان قليلا أمس أجل'))
    editor.select({ path: [1, 0], offset: 9 })
    editor.insertText('ء')
    expect(seen(1)).toEqual([
      ['كثيرا', { changes: mark('x/text:p0/0', 'removed') }],
      ['جدا', { changes: mark('x/text:p0/1', 'removed') }],
      ['ء', { drawnBefore: mark('x/text:p0/0', 'added', 'قليلا') }],
      ['ا', { drawnAfter: mark('x/text:p0/1', 'added', 'أجل') }],
    ])
  })
  it('shows at once what is proposed: letters that were just typed, and words that were just deleted', () => {
    const { editor, seen } = drawn(article('كان كثيرا'), article('كان كثيرا'), 'back')
    editor.select({ path: [1, 0], offset: 9 })
    editor.insertText(' جدا')
    expect(seen(1)).toEqual([['جدا', { changes: mark('x/text:p0/0', 'added') }]])
    editor.undo()
    editor.select({ anchor: { path: [1, 0], offset: 3 }, focus: { path: [1, 0], offset: 9 } })
    editor.deleteFragment()
    expect(seen(1)).toEqual([['ن', { drawnAfter: mark('x/text:p0/0', 'removed', ' كثيرا') }]])
  })
  it('shows a new paragraph that is being proposed as written at once, and moves the sign of a split along', () => {
    const base = article('واحد اثنان ثلاثة')
    const { editor, board, seen } = drawn(base, base, 'back')
    editor.select({ path: [1, 0], offset: 10 })
    editor.insertBreak()
    const live = { ...base, document: editor.children as Block[] }
    const { parts } = openOf(live, { base: live, head: base })
    board.show([{ id: 'x', author: 0, way: 'back', ends: { base: live, head: base }, parts: keyed('x', parts) }])
    expect(seen(1)).toEqual([['ن', { drawnAfter: mark('x/text:p0/0', 'added', '¶') }]])
    editor.select({ path: [1, 0], offset: 4 })
    editor.insertText(' آخر')
    expect(seen(1)).toEqual([['ن', { drawnAfter: mark('x/text:p0/0', 'added', '¶') }]])
    editor.select(Editor.end(editor, []))
    editor.insertBreak()
    editor.insertText('رابع')
    expect(seen(3)).toEqual([['رابع', { changes: mark('x/text:n2/0', 'added') }]])
  })
  it('keeps the drawing of a block that did not change, so that it is not rendered again', () => {
    const base = article('أول', 'ثان', 'ثالث')
    const now = { ...base, document: base.document.toSpliced(2, 1) }
    const { board } = drawn(base, now)
    const before = board.blockOf('p1')
    const { parts, ends } = openOf(base, { base, head: now })
    board.show([{ id: 'x', author: 0, way: 'onward', ends, parts: keyed('x', parts) }])
    expect(board.blockOf('p1')).toBe(before)
    expect(before?.frames.map(({ fate }) => fate)).toEqual(['goes'])
  })
  it('is decorated anew only where it is drawn otherwise in lines that stay', () => {
    const [base, now] = [article('كان كثيرا', 'ثان', 'ثالث'), article('كان قليلا', 'ثان', 'ثالث')]
    const { editor, board, seen } = drawn(base, now)
    const show = (to: Article): number => {
      const live = { ...base, document: editor.children as Block[] }
      const { parts, ends } = openOf(live, { base, head: to })
      board.show([{ id: 'x', author: 0, way: 'onward', ends, parts: keyed('x', parts) }])
      return board.version()
    }
    const first = board.version()
    // What arrives after the text was rendered is drawn too.
    expect(first).toBe(1)
    editor.select({ path: [2, 0], offset: 3 })
    editor.insertText(' أيضا')
    seen(2)
    expect(show(now)).toBe(first)
    editor.insertBreak()
    expect(show(now)).toBe(first)
    expect(show(article('كان قليلا', 'ثان', 'آخر'))).toBe(first + 1)
  })
  it('is found in a selection', () => {
    const { editor, board } = drawn(article('كان كثيرا أمس', 'سطر ثان'), article('كان قليلا اليوم', 'سطر ثالث'))
    const keys = (anchor: [number, number], focus: [number, number]): string[] =>
      keysIn(editor, board, {
        anchor: { path: [anchor[0], 0], offset: anchor[1] },
        focus: { path: [focus[0], 0], offset: focus[1] },
      })
    expect(keys([1, 0], [1, 2])).toEqual([])
    expect(keys([1, 5], [1, 6])).toEqual(['x/text:p0/0'])
    expect(keys([1, 12], [2, 7])).toEqual(['x/text:p0/0', 'x/text:p1/0'])
  })
  it('is gone through by its place in the text: in a line, among the blocks, and what is about the article first', () => {
    const base = article('أول ثان ثالث', 'رابع', 'خامس')
    const now = {
      ...article('أول جديد ثالث مساء', 'رابع', 'خامس جديد'),
      metadata: { ...base.metadata, slug: 'جديد' },
    }
    const { editor, board } = drawn(base, {
      ...now,
      document: now.document.toSpliced(2, 1, line('n', 'قبلها')),
    })
    const keys = ['x/text:p2/0', 'x/text:p0/1', 'x/clash/0', 'x/text:p0/0', 'x/text:p1/0', 'x/of-the-article/0']
    const blocks = ['p2', 'p0', 'p1', 'p0', 'p1', null]
    const items = keys.map((key, index) => ({ key, description: { block: blocks[index] ?? null } }))
    expect(inTextOrder(editor, board, items)).toEqual([
      'x/of-the-article/0',
      'x/text:p0/0',
      'x/text:p0/1',
      'x/clash/0',
      'x/text:p1/0',
      'x/text:p2/0',
    ])
  })
})
