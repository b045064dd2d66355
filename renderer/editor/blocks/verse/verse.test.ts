import { Editor } from 'slate'
import { describe, expect, it } from 'vitest'
import { act } from '#tests/support/act.ts'
import { counter } from '#tests/support/articles.ts'
import { openOutline, outlineOf, wholeOutline } from '#tests/support/outline.ts'
import { toggleKind, turnInto } from '../../commands/blocks.ts'
import { selectBlocks } from '../../selection/select-blocks.ts'

const backspace = (editor: Editor): void => editor.deleteBackward('character')
const enter = (editor: Editor): void => editor.insertBreak()
const type = (text: string) => (editor: Editor) => editor.insertText(text)
const turnIntoVerses = (editor: Editor): void => toggleKind(editor, 'verse', counter('verse'))

describe('a poem', () => {
  it('is typed verse by verse with Enter, and ends with Enter in an empty verse', () => {
    const editor = openOutline(['paragraph: |'])
    act(editor, turnIntoVerses)
    act(editor, type('إذا هبّت رياح الفجر يوما'))
    act(editor, enter)
    act(editor, type('تبسّم في المدى زهر الحقول'))
    act(editor, enter)
    const verse = ['verse', '  hemistich: إذا هبّت رياح الفجر يوما', '  hemistich: تبسّم في المدى زهر الحقول']
    expect(outlineOf(editor)).toEqual(wholeOutline([...verse, 'verse', '  hemistich: |', '  hemistich: ']))
    act(editor, enter)
    act(editor, type('قال الشاعر'))
    expect(outlineOf(editor)).toEqual(wholeOutline([...verse, 'paragraph: قال الشاعر|']))
  })

  it('turns back into paragraphs: one for each half with text, or one for an empty verse', () => {
    const editor = openOutline(['paragraph: صدر', 'paragraph: '])
    // As blocks: in a selection of text, an end in the empty line would hang.
    selectBlocks(editor, [1], [2])
    act(editor, turnIntoVerses)
    expect(outlineOf(editor)).toEqual(
      wholeOutline(['verse', '  hemistich: صدر', '  hemistich: ', 'verse', '  hemistich: |', '  hemistich: ']),
    )
    act(editor, () => turnInto(editor, 'paragraph', counter('paragraph')))
    expect(outlineOf(editor)).toEqual(wholeOutline(['paragraph: صدر', 'paragraph: |']))
  })

  it('never merges its halves: Backspace moves between them, and replaces an empty verse', () => {
    const editor = openOutline(['paragraph: صدر'])
    act(editor, turnIntoVerses)
    editor.select(Editor.start(editor, [1, 1]))
    act(editor, type('عجز'))
    editor.select(Editor.start(editor, [1, 1]))
    act(editor, backspace)
    expect(outlineOf(editor)).toEqual(wholeOutline(['verse', '  hemistich: صدر|', '  hemistich: عجز']))
    editor.select(Editor.range(editor, [1]))
    act(editor, () => editor.deleteFragment())
    expect(outlineOf(editor)).toEqual(wholeOutline(['verse', '  hemistich: |', '  hemistich: ']))
    act(editor, backspace)
    expect(outlineOf(editor)).toEqual(wholeOutline(['paragraph: |']))
  })
})
