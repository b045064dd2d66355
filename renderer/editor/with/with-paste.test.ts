import { Editor, Node, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { readClipboard, type Clipboard, type Pasted } from '#core/import/clipboard/clipboard.ts'
import { counter } from '#tests/support/articles.ts'
import { createArticleEditor, loadDocument } from '../create-editor.ts'
import { setPasteHost, type PastedExtras } from './with-paste.ts'

const DOCUMENT: Block[] = [
  { type: 'headline', id: 'h', dir: 'rtl', children: [{ text: 'عنوان' }] },
  { type: 'paragraph', id: 'p', dir: 'rtl', children: [{ text: 'قال الوزير' }] },
]

/** Lets the editor end its flush, as between two events of a browser. */
const flush = (): Promise<void> => new Promise((done) => void setImmediate(done))

/** An editor whose clipboard is read when the test says so: `arrive` ends the reading that began first. */
function open() {
  const editor = createArticleEditor(counter('new'))
  loadDocument(editor, DOCUMENT)
  const readings: (() => void)[] = []
  const received: PastedExtras[] = []
  const close = setPasteHost(editor, {
    read: (clipboard) =>
      new Promise<Pasted>((done) => {
        readings.push(() => done(readClipboard(clipboard, counter('pasted'))))
      }),
    receive: (extras) => received.push(extras),
  })
  const at = (path: number[], offset: number) => ({ path: [...path, 0], offset })
  return {
    editor,
    received,
    close,
    lines: () => editor.children.map((node) => Node.string(node)),
    select: (from: number, to = from) => Transforms.select(editor, { anchor: at([1], from), focus: at([1], to) }),
    paste: async (contents: Partial<Clipboard>): Promise<void> => {
      const types: Record<string, string> = { 'text/html': contents.html ?? '', 'text/plain': contents.text ?? '' }
      editor.insertData({ getData: (type: string) => types[type] ?? '' } as DataTransfer)
      await flush()
    },
    type: async (words: string): Promise<void> => {
      editor.insertText(words)
      await flush()
    },
    arrive: async (): Promise<void> => {
      readings.shift()?.()
      await flush()
    },
  }
}

describe('a paste whose content is still being read', () => {
  it('comes to where the caret was, before what is typed there meanwhile, and leaves the caret behind that', async () => {
    const { select, paste, type, arrive, lines } = open()
    select(3)
    await paste({ html: '<p><b> السيد</b></p>', text: 'السيد' })
    await type('، ')
    expect(lines()[1]).toBe('قال،  الوزير')
    await arrive()
    expect(lines()[1]).toBe('قالالسيد،  الوزير')
    await type('!')
    expect(lines()[1]).toBe('قالالسيد، ! الوزير')
  })

  it('keeps its place when lines come before it and the caret goes elsewhere, and is one step of undo', async () => {
    const { select, paste, arrive, lines, editor } = open()
    select(4, 10)
    await paste({ html: '<p>السيد</p><ul><li>بند</li></ul>' })
    Transforms.insertNodes(
      editor,
      { type: 'paragraph', id: 'n', dir: 'rtl', children: [{ text: 'جديد' }] },
      { at: [1] },
    )
    Transforms.select(editor, { path: [0, 0], offset: 2 })
    await flush()
    await arrive()
    expect(lines()).toEqual(['عنوان', 'جديد', 'قال ', 'السيد', 'بند'])
    expect(editor.selection?.anchor).toEqual({ path: [0, 0], offset: 2 })
    editor.undo()
    expect(lines()).toEqual(['عنوان', 'جديد', 'قال الوزير'])
    editor.redo()
    expect(lines()).toEqual(['عنوان', 'جديد', 'قال ', 'السيد', 'بند'])
  })

  it('replaces no word that was written into its selection meanwhile', async () => {
    const { select, paste, type, arrive, lines } = open()
    select(4, 10)
    await paste({ text: 'السيد' })
    select(7)
    await type('كلمة')
    await arrive()
    expect(lines()[1]).toBe('قال الوكلمةزيرالسيد')
  })

  it('goes before what was typed over its selection', async () => {
    const { select, paste, type, arrive, lines } = open()
    select(4, 10)
    await paste({ text: 'السيد' })
    await type('!')
    await arrive()
    expect(lines()[1]).toBe('قال السيد!')
  })

  it('comes before the paste that was asked for after it, at a caret and over a selection', async () => {
    for (const from of [10, 4]) {
      const { select, paste, arrive, lines } = open()
      select(from, 10)
      await paste({ text: 'أ' })
      await paste({ text: 'ب' })
      await arrive()
      await arrive()
      expect(lines()[1]).toBe(`${'قال الوزير'.slice(0, from)}أب`)
    }
  })

  it('is taken back by undo, which takes back nothing else', async () => {
    const { select, paste, type, arrive, lines, editor } = open()
    select(10)
    await type('.')
    await paste({ text: 'أ' })
    editor.undo()
    await arrive()
    expect(lines()[1]).toBe('قال الوزير.')
  })

  it('is one step with the taking away of the text that is dragged', async () => {
    const { select, paste, arrive, lines, editor } = open()
    select(0, 4)
    editor.deleteFragment()
    select(6)
    await paste({ text: ' قال' })
    expect(lines()[1]).toBe('الوزير')
    await arrive()
    expect(lines()[1]).toBe('الوزير قال')
    editor.undo()
    expect(lines()[1]).toBe('قال الوزير')
  })

  it('comes to the caret when its lines are gone, and also when the screen was left meanwhile', async () => {
    const { select, paste, arrive, lines, editor, close } = open()
    select(10)
    await paste({ text: 'أ' })
    Transforms.select(editor, Editor.end(editor, [0]))
    Transforms.removeNodes(editor, { at: [1] })
    await flush()
    await arrive()
    expect(lines()).toEqual(['عنوانأ', ''])
    await paste({ text: 'ب' })
    close()
    await arrive()
    expect(lines()).toEqual(['عنوانأب', ''])
  })
})

it('leaves the text as it is, and says so, when all that is pasted is struck out', async () => {
  const { select, paste, arrive, lines, received } = open()
  select(4, 10)
  await paste({ html: '<p><s>توقف المشروع</s></p>', text: 'توقف المشروع' })
  await arrive()
  expect(lines()[1]).toBe('قال الوزير')
  expect(received).toEqual([{ pictures: new Map(), notes: [], struck: ['توقف المشروع'], tooLarge: null }])
})

describe('what is too large to be pasted', () => {
  it('is pasted as its words, and the writer is told', async () => {
    const { select, paste, arrive, lines, received } = open()
    select(10)
    await paste({ html: '<p>نص</p>'.repeat(20_000), text: ' أمس' })
    await arrive()
    expect(lines()[1]).toBe('قال الوزير أمس')
    expect(received).toEqual([{ pictures: new Map(), notes: [], struck: [], tooLarge: 'structure' }])
  })

  it('is not pasted at all when its words are too many, and the writer is told', async () => {
    const { select, paste, arrive, lines, received } = open()
    select(10)
    await paste({ text: 'ن'.repeat(300_001) })
    await arrive()
    expect(lines()[1]).toBe('قال الوزير')
    expect(received).toEqual([{ pictures: new Map(), notes: [], struck: [], tooLarge: 'all' }])
  })

  it('is no text of two thousand lines, which are inserted together', async () => {
    const { select, paste, arrive, lines, received } = open()
    select(4)
    await paste({ text: Array.from({ length: 2000 }, (_each, at) => `سطر ${at}`).join('\n') })
    await arrive()
    expect(lines().slice(1, 4)).toEqual(['قال سطر 0', 'سطر 1', 'سطر 2'])
    expect(lines().slice(-2)).toEqual(['سطر 1998', 'سطر 1999الوزير'])
    expect(received).toEqual([])
  })

  it('is a line that no line of an article is as long as: its text becomes several', async () => {
    const { select, paste, arrive, lines, received } = open()
    select(10)
    await paste({ html: `<p>${'كلام '.repeat(5000)}</p>`, text: 'كلام '.repeat(5000) })
    await arrive()
    expect(lines().map(({ length }) => length)).toEqual([5, 10 + 19_999, 4_999])
    expect(received).toEqual([{ pictures: new Map(), notes: [], struck: [], tooLarge: 'structure' }])
  })
})
