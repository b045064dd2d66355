import fc from 'fast-check'
import { Editor, Node } from 'slate'
import { expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { anchorOf } from '#core/review/anchor-words.ts'
import { createArticleEditor, documentOf, loadDocument } from '#renderer/editor/create-editor.ts'
import { isTextBlock } from '#renderer/editor/query.ts'
import { createFollower, type Followed, type Follower } from '#renderer/editor/threads/follower.ts'
import { counter, smallArticle } from '../support/articles.ts'
import { startDocument, step } from '../support/editor-commands.ts'

/** What a writer does, undo and redo among it, and pauses, at which places are checked. */
const events = fc.array(
  fc.oneof({ weight: 3, arbitrary: step }, { weight: 1, arbitrary: fc.constant('pause' as const) }),
  {
    minLength: 1,
    maxLength: 8,
  },
)

function followerOf(editor: Editor, current: () => Article): Follower {
  const read = (): Promise<Article> => Promise.reject(new Error('Every article is given'))
  return createFollower({ editor, current, read, onMove: () => {}, whenIdle: (work) => work() })
}

/** A thread on all words of each line, and one on the middle of it. */
function threadsOn(base: Article): Followed[] {
  const lines = [...Node.nodes({ children: base.document } as unknown as Node)]
    .map(([node]) => node)
    .filter(isTextBlock)
  return lines.flatMap((line) => {
    const { length } = Node.string(line)
    const third = Math.floor(length / 3)
    return [
      [0, length],
      [third, length - third],
    ].flatMap(([start = 0, end = 0]) => {
      const anchor = anchorOf(base, { block: line.id, at: start }, { block: line.id, at: end })
      return anchor === null ? [] : [{ key: `${line.id}-${start}`, base, anchor }]
    })
  })
}

/** @returns the words that are drawn for each thread, by key */
function drawn(editor: Editor, follower: Follower): Map<string, string> {
  const words = new Map<string, string>()
  for (const entry of Node.nodes(editor)) {
    for (const range of follower.decorate()(entry)) {
      const text = Editor.string(editor, range)
      for (const key of String('cards' in range ? range['cards'] : '').split(' ')) {
        words.set(key, `${words.get(key) ?? ''}${text}`)
      }
    }
  }
  return words
}

it('threads that were followed through the writing are where their revision says they are', () => {
  fc.assert(
    fc.property(events, (all) => {
      const newId = counter('new')
      const editor = createArticleEditor(newId)
      loadDocument(editor, startDocument())
      editor.select(Editor.start(editor, []))
      const article = smallArticle('article', 'عنوان')
      const current = (): Article => ({ ...article, document: documentOf(editor) })
      const threads = threadsOn(current())
      const follower = followerOf(editor, current)
      follower.set(threads)
      for (const event of all) {
        if (event === 'pause') follower.check()
        else event.run(editor, newId)
      }
      follower.check()
      const straight = followerOf(editor, current)
      straight.set(threads)
      const followed = drawn(editor, follower)
      // Of words that were copied, the revision cannot always tell which are the commented ones: the follower knows.
      for (const [key, words] of drawn(editor, straight)) {
        if (words !== '') expect([key, followed.get(key)]).toEqual([key, words])
      }
    }),
    { numRuns: 40 },
  )
})
