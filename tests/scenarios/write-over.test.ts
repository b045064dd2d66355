import fc from 'fast-check'
import { Editor, Node, type Path, type Point } from 'slate'
import { describe, expect, it } from 'vitest'
import { readClipboard } from '#core/import/clipboard/clipboard.ts'
import { documentOf } from '#renderer/editor/create-editor.ts'
import { copiedBlocks } from '#renderer/editor/paste/copied-blocks.ts'
import { selectBlocks } from '#renderer/editor/selection/select-blocks.ts'
import { textBlockAt, textBlocksIn } from '#renderer/editor/query.ts'
import { setPasteHost } from '#renderer/editor/with/with-paste.ts'
import { act } from '../support/act.ts'
import { counter } from '../support/articles.ts'
import { openOutline, outlineOf, wholeOutline, type Outline } from '../support/outline.ts'

const type = (editor: Editor): void => editor.insertText('ك')

/** As an input method does: the selection goes when the composition begins, and the word comes at its end. */
const compose = (editor: Editor): void => {
  editor.deleteFragment()
  editor.insertText('ك')
}

function selectText(editor: Editor, anchor: Point, focus: Point): void {
  editor.select({ anchor, focus })
}

const expectBody = (editor: Editor, body: Outline): void => expect(outlineOf(editor)).toEqual(wholeOutline(body))

describe('typing over whole lines leaves one of the first kind', () => {
  const cases: [string, Outline, Path, Path, Outline][] = [
    ['paragraphs', ['paragraph: أ', 'paragraph: ب', 'paragraph: ج'], [1], [2], ['paragraph: ك|', 'paragraph: ج']],
    ['a subhead and paragraphs', ['subhead: أ', 'paragraph: ب', 'paragraph: ج'], [1], [3], ['subhead: ك|']],
    ['a paragraph and a subhead', ['paragraph: أ', 'subhead 3: ب'], [1], [2], ['paragraph: ك|']],
    [
      'items of a list',
      ['list', '  list-item: أ', '  list-item: ب', '  list-item: ج'],
      [1, 0],
      [1, 1],
      ['list', '  list-item: ك|', '  list-item: ج'],
    ],
    [
      'a list and a paragraph',
      ['list', '  list-item: أ', '  list-item: ب', 'paragraph: ج'],
      [1, 0],
      [2],
      ['list', '  list-item: ك|'],
    ],
    [
      'a paragraph, a picture and a table',
      ['paragraph: أ', 'figure', '  caption: ت', '  credit: م', 'table', '  table-row', '    table-cell: ج'],
      [1],
      [3, 0, 0],
      ['paragraph: ك|'],
    ],
    [
      'paragraphs of a factbox',
      ['factbox', '  factbox-title: ع', '  paragraph: أ', '  paragraph: ب'],
      [1, 1],
      [1, 2],
      ['factbox', '  factbox-title: ع', '  paragraph: ك|'],
    ],
    [
      'a caption and what follows the picture',
      ['figure', '  caption: ت', '  credit: م', 'paragraph: أ'],
      [1, 0],
      [2],
      ['figure', '  caption: ك|', '  credit: '],
    ],
    [
      'cells of a table, which stay',
      ['table', '  table-row', '    table-cell: أ', '    table-cell: ب', 'paragraph: ج'],
      [1, 0, 0],
      [1, 0, 1],
      ['table', '  table-row', '    table-cell: ك|', '    table-cell: ', 'paragraph: ج'],
    ],
    [
      'both halves of a verse, which stay',
      ['verse', '  hemistich: أ', '  hemistich: ب'],
      [1, 0],
      [1, 1],
      ['verse', '  hemistich: ك|', '  hemistich: '],
    ],
  ]
  it.each(cases)('%s', (_name, body, first, last, left) => {
    for (const write of [type, compose]) {
      for (const isBackward of [false, true]) {
        const editor = openOutline(body)
        const ends = [Editor.start(editor, first), Editor.end(editor, last)] as const
        selectText(editor, ends[isBackward ? 1 : 0], ends[isBackward ? 0 : 1])
        act(editor, write)
        expectBody(editor, left)
      }
    }
  })

  it('a triple click is one whole line, and the next one stays', () => {
    const editor = openOutline(['paragraph: أ', 'paragraph: ب'])
    selectText(editor, Editor.start(editor, [1]), Editor.start(editor, [2]))
    act(editor, type)
    expectBody(editor, ['paragraph: ك|', 'paragraph: ب'])
  })
})

describe('Ctrl+A', () => {
  const article = [
    ...['kicker: ق', 'headline: ع', 'deck: م', 'byline: س', 'paragraph: نص'],
    ...['figure', '  caption: ت', '  credit: م', 'paragraph: '],
  ]
  it.each([
    ['typing', type, 'ك|'],
    ['composing', compose, 'ك|'],
    ['Backspace', (editor: Editor): void => editor.deleteFragment(), '|'],
  ])('and %s begins anew in the headline, with the fields of the head apart', (_name, write, typed) => {
    const editor = openOutline(article)
    editor.select(Editor.range(editor, []))
    act(editor, write)
    expect(outlineOf(editor)).toEqual(['kicker: ', `headline: ${typed}`, 'deck: ', 'byline: ', 'paragraph: '])
  })
})

describe('while one block is selected as a block', () => {
  const BLOCKS: [string, Outline, Path][] = [
    ['a picture', ['figure', '  caption: ت', '  credit: م'], [1]],
    ['an empty picture', ['figure', '  caption: ', '  credit: '], [1]],
    ['an embed', ['embed', '  caption: '], [1]],
    ['a gallery', ['gallery', '  figure', '    caption: ', '    credit: '], [1]],
    ['related links', ['related', '  related-item: ر'], [1]],
    ['a correction', ['correction: خ'], [1]],
    ['a separator', ['separator: '], [1]],
    ['an opaque block', ['unknown: '], [1]],
    ['a table', ['table', '  table-row', '    table-cell: ج'], [1]],
    ['a paragraph', ['paragraph: أ'], [1]],
  ]
  describe.each(BLOCKS)('%s', (_name, block, path) => {
    const body = ['paragraph: قبل', ...block, 'paragraph: بعد']
    const open = (): Editor => {
      const editor = openOutline(body)
      selectBlocks(editor, [(path[0] ?? 0) + 1])
      return editor
    }
    it('typing and Enter make a paragraph after it', () => {
      const typed = open()
      act(typed, type)
      expectBody(typed, ['paragraph: قبل', ...block, 'paragraph: ك|', 'paragraph: بعد'])
      const entered = open()
      act(entered, (editor) => editor.insertBreak())
      expectBody(entered, ['paragraph: قبل', ...block, 'paragraph: |', 'paragraph: بعد'])
    })
    it('Delete, Backspace and cut remove it and nothing else', () => {
      for (const remove of [
        (editor: Editor): void => editor.deleteForward('character'),
        (editor: Editor): void => editor.deleteBackward('character'),
        (editor: Editor): void => editor.deleteBackward('word'),
        (editor: Editor): void => editor.deleteFragment(),
      ]) {
        const editor = open()
        const { selection } = editor
        act(editor, remove)
        expectBody(editor, ['paragraph: قبل', 'paragraph: |بعد'])
        editor.undo()
        expect(editor.selection).toEqual(selection)
      }
    })
    it('a copy is the whole block', () => {
      const editor = open()
      expect(copiedBlocks(editor)).toEqual({ blocks: [documentOf(editor)[2]], isPart: false })
    })
  })

  it('typing goes to the empty paragraph that waits after it', () => {
    const editor = openOutline(['separator: ', 'paragraph: '])
    selectBlocks(editor, [1])
    act(editor, type)
    expectBody(editor, ['separator: ', 'paragraph: ك|'])
  })

  it('in a container, the paragraph stands after it, or is the next item of its list or box', () => {
    const cases: [Outline, Path, Outline][] = [
      [
        ['list', '  list-item: أ', '  list-item: ب'],
        [1, 0],
        ['list', '  list-item: أ', '  list-item: ك|', '  list-item: ب'],
      ],
      [
        ['related', '  related-item: أ'],
        [1, 0],
        ['related', '  related-item: أ', 'paragraph: ك|'],
      ],
      [
        ['gallery', '  figure', '    caption: ', '    credit: ', '  figure', '    caption: ', '    credit: '],
        [1, 0],
        [
          ...['gallery', '  figure', '    caption: ', '    credit: ', '  figure', '    caption: ', '    credit: '],
          'paragraph: ك|',
        ],
      ],
      [
        ['factbox', '  factbox-title: ', '  list', '    list-item: أ'],
        [1, 1],
        ['factbox', '  factbox-title: ', '  list', '    list-item: أ', '  paragraph: ك|'],
      ],
    ]
    for (const [body, path, left] of cases) {
      const editor = openOutline(body)
      selectBlocks(editor, path)
      act(editor, type)
      expectBody(editor, left)
    }
  })

  it('the last picture of a gallery takes the gallery with it', () => {
    const editor = openOutline(['gallery', '  figure', '    caption: ', '    credit: ', 'paragraph: ب'])
    selectBlocks(editor, [1, 0])
    act(editor, (each) => each.deleteForward('character'))
    expectBody(editor, ['paragraph: |ب'])
  })

  it('a copied item of a list comes in a list', () => {
    const editor = openOutline(['list ordered', '  list-item: أ', '  list-item: ب'])
    selectBlocks(editor, [1, 1])
    expect(copiedBlocks(editor)?.blocks).toMatchObject([
      { type: 'list', ordered: true, children: [{ children: [{ text: 'ب' }] }] },
    ])
  })
})

describe('while several blocks are selected as blocks', () => {
  it('typing replaces them, as it replaces selected text', () => {
    const cases: [Outline, Path, Path, Outline][] = [
      [
        ['subhead: أ', 'figure', '  caption: ت', '  credit: م', 'paragraph: ب'],
        [1],
        [2],
        ['subhead: ك|', 'paragraph: ب'],
      ],
      [['separator: ', 'paragraph: أ', 'unknown: '], [1], [3], ['paragraph: ك|']],
      [
        ['list', '  list-item: أ', '  list-item: ب'],
        [1, 0],
        [1, 1],
        ['list', '  list-item: ك|'],
      ],
      [
        ['gallery', '  figure', '    caption: أ', '    credit: ', '  figure', '    caption: ب', '    credit: '],
        [1, 0],
        [1, 1],
        ['paragraph: ك|'],
      ],
    ]
    for (const [body, first, last, left] of cases) {
      const editor = openOutline(body)
      selectBlocks(editor, first, last)
      act(editor, type)
      expectBody(editor, left)
    }
  })
})

describe('a paste while blocks are selected', () => {
  const data = { getData: (of: string) => (of === 'text/plain' ? 'ملصق' : '') } as DataTransfer
  const pasted = async (body: Outline, first: Path, last: Path): Promise<string[]> => {
    const editor = openOutline(body)
    const close = setPasteHost(editor, {
      read: async (each) => readClipboard(each, counter('pasted')),
      receive: () => {},
    })
    selectBlocks(editor, first, last)
    editor.insertData(data)
    // The clipboard is read in a task of its own.
    await new Promise((done) => void setImmediate(done))
    close()
    const lines = outlineOf(editor)
    editor.undo()
    expect(outlineOf(editor).map((line) => line.replace('|', ''))).toEqual(wholeOutline(body))
    return lines
  }
  it('goes after a single one, replaces several, and is one step of undo', async () => {
    const body = ['separator: ', 'paragraph: أ', 'paragraph: ب']
    expect(await pasted(body, [1], [1])).toEqual(
      wholeOutline(['separator: ', 'paragraph: ملصق|', 'paragraph: أ', 'paragraph: ب']),
    )
    expect(await pasted(body, [1], [2])).toEqual(wholeOutline(['paragraph: ملصق|', 'paragraph: ب']))
  })
  it('of nothing removes nothing', async () => {
    const empty = { getData: () => '' } as unknown as DataTransfer
    const editor = openOutline(['separator: ', 'paragraph: أ'])
    selectBlocks(editor, [1], [2])
    editor.insertData(empty)
    expectBody(editor, ['separator: ', 'paragraph: أ|'])
  })
})

const KINDS: readonly Outline[] = [
  ['paragraph: نص'],
  ['paragraph: '],
  ['subhead: محور'],
  ['list', '  list-item: بند', '  list-item 1: فرع', '  list-item: '],
  ['quote', '  paragraph: قول', '  attribution: '],
  ['figure', '  caption: تعليق', '  credit: '],
  ['gallery', '  figure', '    caption: ', '    credit: م'],
  ['factbox', '  factbox-title: ع', '  paragraph: أ', '  list', '    list-item: ب'],
  [
    'table',
    '  table-row',
    '    table-cell: أ',
    '    table-cell: ',
    '  table-row',
    '    table-cell: ',
    '    table-cell: ب',
  ],
  ['verse', '  hemistich: صدر', '  hemistich: عجز'],
  ['separator: '],
  ['unknown: '],
  ['correction: خ'],
  ['related', '  related-item: ر'],
  ['embed', '  caption: '],
]

it('whatever whole lines are selected, one letter replaces their words, in the first of them', () => {
  const bodies = fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 6 }).map((all) => all.flat())
  fc.assert(
    fc.property(bodies, fc.nat(), fc.nat(), fc.boolean(), (body, from, to, hasKicker) => {
      const editor = openOutline([...(hasKicker ? ['kicker: ق'] : []), 'headline: ع', 'deck: م', ...body])
      const lines = textBlocksIn(editor, [])
      const [first, last] = [from % lines.length, to % lines.length].toSorted((one, other) => one - other)
      const [line, lastLine] = [lines[first ?? 0], lines[last ?? 0]]
      if (line === undefined || lastLine === undefined || first === last) return
      const [start, end] = [Editor.start(editor, line[1]), Editor.end(editor, lastLine[1])]
      selectText(editor, start, end)
      const isAll = Editor.isStart(editor, start, []) && Editor.isEnd(editor, end, [])
      const before = Editor.string(editor, { anchor: Editor.start(editor, []), focus: start })
      const after = Editor.string(editor, { anchor: end, focus: Editor.end(editor, []) })
      act(editor, type)
      const written = textBlockAt(editor)?.[0]
      expect(Node.string(editor)).toBe(`${before}ك${after}`)
      expect(Node.string(written ?? { text: '' })).toBe('ك')
      expect([written?.type, written?.id]).toEqual(isAll ? ['headline', written?.id] : [line[0].type, line[0].id])
    }),
    { numRuns: 300 },
  )
})
