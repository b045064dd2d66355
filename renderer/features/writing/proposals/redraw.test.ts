import { Editor, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { head, newArticle, paragraph } from '#core/article/factories.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { createBoard } from '#renderer/editor/proposals/board.ts'
import { decorateChanges } from '#renderer/editor/proposals/decorate-changes.ts'
import { createPainter, paintBack, partsBack } from './painter.ts'

const PARAGRAPHS = 40
/** The paragraph in which the caret is. */
const AT = 20

/** How often words of the text and cards were asked for. */
type Counts = { words: number; cards: number }

/** A paragraph that counts how often its words are read. */
function counted(id: string, words: string, counts: Counts): Block {
  const text = {
    get text(): string {
      counts.words += 1
      return words
    },
  }
  return { type: 'paragraph', id, dir: 'rtl', children: [text] }
}

/** A proposal that is being written and was drawn. It changes a word in each of its paragraphs. */
function proposing() {
  const counts: Counts = { words: 0, cards: 0 }
  let made = 0
  const newId = (): string => `n${(made += 1)}`
  const article = (word: string): Article =>
    newArticle('a', newId, [
      head('headline', () => 'h', 'عنوان'),
      ...Array.from({ length: PARAGRAPHS }, (_each, index) => counted(`p${index}`, `كان ${word} وغادر الوفد`, counts)),
    ])
  const [base, first] = [article('قديما'), article('جديدا')]
  const editor = createArticleEditor(newId)
  loadDocument(editor, first.document)
  editor.select(Editor.end(editor, [AT]))
  const board = createBoard(editor, first)
  const proposal = { id: 'x', by: 'كريم', note: '', base, head: first, saveNumber: 0, createdAt: '', updatedAt: '' }
  const painter = createPainter({
    board,
    feed: { changed: () => {}, subscribe: () => () => {}, get: () => editor.children },
    live: () => ({ ...first, document: documentOf(editor) }),
    source: {
      paint(live) {
        const { layer, items } = paintBack(live, proposal, 0, partsBack(live, base))
        const count = (): ReturnType<typeof items> => {
          counts.cards += 1
          return items()
        }
        return [{ layer, items: count }]
      },
      subscribe: () => () => {},
    },
  })
  const decorate = decorateChanges(board)
  const render = (): void => {
    for (const [index, block] of editor.children.entries()) decorate([block, [index]])
  }
  render()
  /** @returns what is asked for while what somebody did is drawn, and whether blocks that stay are decorated anew */
  const redraw = (): Counts & { anew: boolean } => {
    const version = board.version()
    Object.assign(counts, { words: 0, cards: 0 })
    painter.redraw()
    const asked = { ...counts, anew: board.version() !== version }
    render()
    return asked
  }
  return { editor, redraw }
}

describe('a block that is made, joined, pasted or brought back in a proposal', () => {
  // Its own words before are read again, and those of no other block.
  it.each<[string, (editor: Editor) => void, number[]]>([
    ['Enter', (editor) => editor.insertBreak(), [1, 1, 1]],
    [
      'Backspace',
      (editor) => {
        editor.select(Editor.start(editor, [AT]))
        editor.deleteBackward('character')
      },
      [1, 2, 1],
    ],
    [
      'paste',
      (editor) =>
        Transforms.insertNodes(
          editor,
          paragraph(() => 'new', 'فقرة من مكان آخر'),
        ),
      [0, 0, 0],
    ],
  ])('is drawn after %s, undo and redo without the words, cards and decorations of others', (_name, act, words) => {
    const { editor, redraw } = proposing()
    act(editor)
    const first = redraw()
    editor.undo()
    const undone = redraw()
    editor.redo()
    expect([first, undone, redraw()]).toEqual(words.map((count) => ({ words: count, cards: 0, anew: false })))
  })
})
