import { Editor, Node, Transforms } from 'slate'
import { describe, expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { actionOf, isReady } from '../actions/actions.ts'
import { createArticleEditor, loadDocument } from '../create-editor.ts'

const DOCUMENT: Block[] = [
  { type: 'headline', id: 'h', dir: 'rtl', children: [{ text: 'عنوان' }] },
  { type: 'paragraph', id: 'p', dir: 'rtl', children: [{ text: '' }] },
]

/** An editor with the caret in an empty paragraph, and a hand on its keys. */
function open() {
  let count = 0
  let clock = 0
  const editor = createArticleEditor(
    () => `new${(count += 1)}`,
    undefined,
    () => clock,
  )
  loadDocument(editor, DOCUMENT)
  Transforms.select(editor, Editor.end(editor, [1]))
  /** Ends the flush of a key, as the browser's next task does. */
  const flush = async (): Promise<void> => {
    await Promise.resolve()
    await Promise.resolve()
  }
  return {
    editor,
    text: () => Node.string(editor).slice('عنوان'.length),
    wait: (ms: number) => {
      clock += ms
    },
    type: async (words: string, ms = 100): Promise<void> => {
      await flush()
      for (const letter of words) {
        clock += ms
        editor.insertText(letter)
        // Each key has a flush of its own.
        // oxlint-disable-next-line no-await-in-loop
        await flush()
      }
    },
    act: async (action: (editor: Editor) => void): Promise<void> => {
      action(editor)
      await flush()
    },
  }
}

describe('one undo', () => {
  it('takes back what was typed since the last pause', async () => {
    const { type, wait, act, text } = open()
    await type('قال الوزير')
    wait(1000)
    await type(' أمس')
    await act((editor) => editor.undo())
    expect(text()).toBe('قال الوزير')
    await act((editor) => editor.undo())
    expect(text()).toBe('')
    await act((editor) => editor.redo())
    expect(text()).toBe('قال الوزير')
  })

  it('takes back a few words when typing goes on without a pause, and no part of a word', async () => {
    const { type, act, text } = open()
    await type('أعلن وزير المالية اليوم موازنة السنة القادمة في بغداد')
    const steps: string[] = []
    while (text() !== '') {
      // oxlint-disable-next-line no-await-in-loop -- one undo after the other
      await act((editor) => editor.undo())
      steps.push(text())
    }
    expect(steps).toEqual(['أعلن وزير المالية اليوم موازنة السنة القادمة ', 'أعلن وزير المالية اليوم ', ''])
  })

  it('takes back nothing from before the caret was moved', async () => {
    const { type, act, text } = open()
    await type('أول')
    await act((editor) => Transforms.select(editor, Editor.start(editor, [1])))
    await act((editor) => Transforms.select(editor, Editor.end(editor, [1])))
    await type(' ثان')
    await act((editor) => editor.undo())
    expect(text()).toBe('أول')
  })

  it('takes back typing and deleting apart', async () => {
    const { type, act, text } = open()
    await type('كلمة')
    await act((editor) => editor.deleteBackward('character'))
    await act((editor) => editor.deleteBackward('character'))
    await act((editor) => editor.undo())
    expect(text()).toBe('كلمة')
  })
})

it('a thousand steps are taken back one by one, and made again', async () => {
  const { editor, type, wait, act, text } = open()
  for (let step = 0; step < 1000; step += 1) {
    wait(1000)
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await type('ا')
  }
  for (let step = 0; step < 1000; step += 1) {
    expect(text()).toHaveLength(1000 - step)
    expect(isReady(actionOf('undo'), editor)).toBe(true)
    // oxlint-disable-next-line no-await-in-loop
    await act(() => editor.undo())
  }
  expect(text()).toBe('')
  for (let step = 0; step < 1000; step += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await act(() => editor.redo())
  }
  expect(text()).toHaveLength(1000)
})
