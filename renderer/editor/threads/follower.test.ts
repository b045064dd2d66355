import { describe, expect, it } from 'vitest'
import { Editor, Node, Transforms, type NodeEntry } from 'slate'
import type { Article } from '#core/article/article.ts'

import { anchorOf } from '#core/review/anchor-words.ts'
import type { Anchor } from '#core/review/anchor.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { openOutline, type Outline } from '#tests/support/outline.ts'
import { documentOf } from '../create-editor.ts'
import { createFollower, type Followed } from './follower.ts'

/** An editor whose threads are followed; idle work is done at once. */
function open(outline: Outline) {
  const editor = openOutline(outline)
  const article = smallArticle('article', 'عنوان')
  const current = (): Article => ({ ...article, document: documentOf(editor) })
  const base = current()
  let moves = 0
  const follower = createFollower({
    ...{ editor, current },
    read: (hash) => (hash === 'base' ? Promise.resolve(base) : Promise.reject(new Error(hash))),
    onMove: () => {
      moves += 1
    },
    whenIdle: (work) => work(),
  })
  /** The marked words of a thread as they would be drawn, by line. */
  const marked = (key: string): string[] =>
    [...Node.nodes(editor)].flatMap((entry: NodeEntry) =>
      follower
        .decorate()(entry)
        .flatMap((range) =>
          'cards' in range && String(range['cards']).split(' ').includes(key) ? [Editor.string(editor, range)] : [],
        ),
    )
  return { editor, base, current, follower, marked, moves: () => moves }
}

function words(article: Article, block: string, quote: string): Anchor {
  const line = article.document.find(({ id }) => id === block)
  const at = line === undefined ? -1 : Node.string(line).indexOf(quote)
  const anchor = anchorOf(article, { block, at }, { block, at: at + quote.length })
  if (anchor === null) throw new Error(`${block} does not say ${quote}`)
  return anchor
}

const follow = (base: Article, block: string, quote: string): Followed => ({
  ...{ key: quote.replaceAll(' ', '-'), base },
  anchor: words(base, block, quote),
})

const LINES = [
  'headline: عنوان الخبر',
  'paragraph: قالت الوزيرة اليوم إن الأسعار ثابتة',
  'paragraph: وأضافت أنها لن تتغير',
]
const insert = (editor: Editor, path: number[], offset: number, text: string): void =>
  Transforms.insertText(editor, text, { at: { path, offset } })

describe('words of threads', () => {
  it('are drawn, also in the head, and several at one place', () => {
    const { base, follower, marked } = open(LINES)
    follower.set([
      follow(base, 'block1', 'الخبر'),
      follow(base, 'block2', 'الوزيرة'),
      follow(base, 'block2', 'الوزيرة اليوم'),
    ])
    expect(marked('الخبر')).toEqual(['الخبر'])
    expect(marked('الوزيرة')).toEqual(['الوزيرة'])
    expect(marked('الوزيرة-اليوم')).toEqual(['الوزيرة', ' اليوم'])
  })

  it('stay where they are while one types before, in and after them', () => {
    const { editor, base, follower, marked, moves } = open(LINES)
    follower.set([follow(base, 'block2', 'الوزيرة اليوم')])
    const drawn = moves()
    insert(editor, [1, 0], 0, 'نعم، ')
    insert(editor, [1, 0], 'نعم، قالت الوزيرة'.length, ' أمس')
    insert(editor, [1, 0], 'نعم، قالت الوزيرة أمس اليوم'.length, ' صباحًا')
    expect(marked('الوزيرة-اليوم')).toEqual(['الوزيرة أمس اليوم'])
    follower.check()
    expect(marked('الوزيرة-اليوم')).toEqual(['الوزيرة أمس اليوم'])
    // Nothing is drawn anew: Slate had moved them already.
    expect(moves()).toBe(drawn)
  })

  it('stay when their line is split, joined and moved', () => {
    const { editor, base, follower, marked } = open(LINES)
    follower.set([follow(base, 'block2', 'الوزيرة اليوم')])
    Transforms.select(editor, { path: [1, 0], offset: 'قالت الوزيرة'.length })
    editor.insertBreak()
    expect(marked('الوزيرة-اليوم')).toEqual(['الوزيرة', ' اليوم'])
    follower.check()
    expect(marked('الوزيرة-اليوم')).toEqual(['الوزيرة', ' اليوم'])
    editor.undo()
    follower.check()
    expect(marked('الوزيرة-اليوم')).toEqual(['الوزيرة اليوم'])
    Transforms.moveNodes(editor, { at: [1], to: [2] })
    follower.check()
    expect(marked('الوزيرة-اليوم')).toEqual(['الوزيرة اليوم'])
  })

  it('that are deleted leave their block, and the article without it; undo brings them back', () => {
    const { editor, base, follower, marked } = open(LINES)
    follower.set([follow(base, 'block2', 'الوزيرة')])
    Transforms.delete(editor, { at: { anchor: { path: [1, 0], offset: 4 }, focus: { path: [1, 0], offset: 12 } } })
    follower.check()
    expect(marked('الوزيرة')).toEqual([])
    expect(follower.placeOf('الوزيرة')).toEqual({ on: 'block', block: 'block2', isGone: true })
    Transforms.removeNodes(editor, { at: [1] })
    follower.check()
    expect(follower.placeOf('الوزيرة')).toEqual({ on: 'article', isGone: true })
    editor.undo()
    editor.undo()
    follower.check()
    expect(marked('الوزيرة')).toEqual(['الوزيرة'])
    expect(follower.placeOf('الوزيرة')?.on).toBe('words')
  })

  it('come back when the whole text is replaced by an older one', () => {
    const { editor, base, follower, marked } = open(LINES)
    follower.set([follow(base, 'block3', 'لن تتغير')])
    editor.withoutNormalizing(() => {
      for (let left = editor.children.length; left > 0; left -= 1)
        editor.apply({ type: 'remove_node', path: [0], node: editor.children[0] as Node as never })
      for (const [index, node] of base.document.entries())
        editor.apply({ type: 'insert_node', path: [index], node: node as never })
    })
    follower.check()
    expect(marked('لن-تتغير')).toEqual(['لن تتغير'])
  })

  it('wait for their revision, and stand at their block when it cannot be read', async () => {
    const { base, follower, marked } = open(LINES)
    const anchor = words(base, 'block2', 'الوزيرة')
    follower.set([
      { key: 'known', anchor, base: 'base' },
      { key: 'lost', anchor, base: 'damaged' },
    ])
    expect(follower.placeOf('known')).toBeNull()
    await new Promise((resolve) => setImmediate(resolve))
    expect(marked('known')).toEqual(['الوزيرة'])
    expect(follower.placeOf('lost')).toEqual({ on: 'block', block: 'block2', isGone: false })
  })

  it('are drawn in cells, items and captions, across blocks too', () => {
    const { base, follower, marked } = open([
      'headline: عنوان',
      'list',
      '  list-item: البند الأول',
      'figure',
      '  caption: وزيرة الطاقة',
      '  credit: رويترز',
      'table',
      '  table-row',
      '    table-cell: سعر البنزين',
      '    table-cell: سعر الديزل',
    ])
    const cell = anchorOf(base, { block: 'block9', at: 4 }, { block: 'block10', at: 3 })
    const item = anchorOf(base, { block: 'block3', at: 6 }, { block: 'block5', at: 5 })
    if (cell === null || item === null) throw new Error('The words are not there')
    follower.set([
      { key: 'cells', base, anchor: cell },
      { key: 'item', base, anchor: item },
    ])
    expect(marked('cells')).toEqual(['البنزين', 'سعر'])
    expect(marked('item')).toEqual(['الأول', 'وزيرة'])
  })

  it('that are not followed any more are not drawn', () => {
    const { base, follower, marked } = open(LINES)
    follower.set([follow(base, 'block2', 'الوزيرة')])
    follower.set([])
    expect(marked('الوزيرة')).toEqual([])
    expect(follower.placeOf('الوزيرة')).toBeNull()
  })
})
