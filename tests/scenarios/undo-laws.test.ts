import fc from 'fast-check'
import { Node, Range, Text, type Editor } from 'slate'
import { expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { insertPictures, setFigurePicture } from '#renderer/editor/commands/pictures.ts'
import { replaceDocument } from '#renderer/editor/commands/restore.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { insertPlainText } from '#renderer/editor/paste/insert.ts'
import { waitToPaste } from '#renderer/editor/paste/waiting.ts'
import { isBlock } from '#renderer/editor/query.ts'
import { setTypingRules } from '#renderer/editor/with/with-typing.ts'
import { counter } from '../support/articles.ts'
import { startDocument, step } from '../support/editor-commands.ts'
import { ASSET } from '../support/full-article.ts'
import { brokenLaws } from '../support/laws.ts'

/** An editor in time: keys come after pauses, and what is pasted comes when it has been read. */
type Desk = { editor: Editor; newId: () => string; now: number; pastes: (() => void)[] }

const PICTURE = { asset: ASSET, description: { caption: 'شرح', credit: 'وكالة', alt: 'بديل', date: '2026-01-02' } }

/** Opens a document at a desk. @param history that of the same document, which was open before */
function open(desk: Omit<Desk, 'editor'>, document: readonly Block[], history?: Editor['history']): Desk {
  const editor = createArticleEditor(desk.newId, undefined, () => desk.now)
  setTypingRules(editor, { quotes: true, dashes: true, digits: 'as-typed', blocks: true })
  loadDocument(editor, document, history)
  return Object.assign(desk, { editor, pastes: [] })
}

const pasteLater =
  (text: string) =>
  (desk: Desk): void => {
    const land = waitToPaste(desk.editor)
    if (land !== null) desk.pastes.push(() => land(() => insertPlainText(desk.editor, text, desk.newId)))
  }

/** What comes between the commands of a writer. */
const EVENTS: Readonly<Record<string, (desk: Desk) => void>> = {
  pause: (desk) => void (desk.now += 1000),
  key: ({ editor }) => editor.insertText('س'),
  quotationMark: ({ editor }) => editor.insertText('"'),
  listMark({ editor }) {
    editor.insertText('-')
    editor.insertText(' ')
  },
  pasteLines: pasteLater('أول\n\nثان'),
  pasteAddress: pasteLater('https://example.org/x'),
  pasteArrives: ({ pastes }) => pastes.shift()?.(),
  onePicture: ({ editor, newId }) => insertPictures(editor, [PICTURE], newId),
  twoPictures: ({ editor, newId }) => insertPictures(editor, [PICTURE, PICTURE], newId),
  pictureOfFigure({ editor }) {
    const first = [...Node.elements(editor)].find(([node]) => isBlock(node) && node.type === 'figure')
    if (first !== undefined) setFigurePicture(editor, first[1], PICTURE)
  },
  restore: ({ editor }) => replaceDocument(editor, startDocument()),
  undo: ({ editor }) => editor.undo(),
  redo: ({ editor }) => editor.redo(),
  leaveAndReturn(desk) {
    open(desk, structuredClone(documentOf(desk.editor)), desk.editor.history)
  },
}

const event = fc.oneof(
  { weight: 2, arbitrary: step.map((each) => (desk: Desk) => each.run(desk.editor, desk.newId)) },
  { weight: 1, arbitrary: fc.constantFrom(...Object.values(EVENTS)) },
)

/** Events, each with whether the browser's next task comes before the next one. */
const events = fc.array(fc.tuple(event, fc.boolean()), { minLength: 1, maxLength: 30, size: 'max' })

/** Ends the flush of a key, as the browser's next task does. */
async function flush(): Promise<void> {
  await Promise.resolve()
  await Promise.resolve()
}

/** Expects that the window can draw the text and the selection. */
function expectDrawable(editor: Editor): void {
  for (const { path, offset } of editor.selection === null ? [] : Range.edges(editor.selection)) {
    const node = Node.getIf(editor, path)
    expect(Text.isText(node) && offset <= node.text.length, `the selection is in the text: ${path.join()}`).toBe(true)
  }
}

it('all that is done is undone and redone, over pauses, late pastes, pictures and other screens', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (all) => {
      const desk = open({ newId: counter('e'), now: 0, pastes: [] }, startDocument())
      desk.editor.select({ path: [3, 0], offset: 5 })
      for (const [happen, isFlushed] of all) {
        desk.now += 100
        happen(desk)
        // oxlint-disable-next-line no-await-in-loop -- one event after another
        if (isFlushed) await flush()
        expectDrawable(desk.editor)
      }
      await flush()
      const { editor } = desk
      const done = structuredClone(documentOf(editor))
      const { length: left } = editor.history.redos
      while (editor.history.undos.length > 0) {
        editor.undo()
        // oxlint-disable-next-line no-await-in-loop
        await flush()
        expectDrawable(editor)
        expect(brokenLaws(documentOf(editor))).toEqual([])
      }
      expect(documentOf(editor)).toEqual(startDocument())
      while (editor.history.redos.length > left) {
        editor.redo()
        // oxlint-disable-next-line no-await-in-loop
        await flush()
        expectDrawable(editor)
      }
      expect(documentOf(editor)).toEqual(done)
    }),
    { numRuns: 60 },
  )
})
