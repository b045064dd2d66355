import { useState } from 'react'
import { renderToString } from 'react-dom/server'
import { createEditor } from 'slate'
import { Slate, withReact } from 'slate-react'
import { describe, expect, it } from 'vitest'
import { head, paragraph } from '#core/article/factories.ts'
import { DEFAULT_SETTINGS } from '#core/contract/settings.ts'
import type { Thread } from '#core/review/thread.ts'
import { SettingsProvider } from '#renderer/bridge/settings.tsx'
import { createCardChoice } from '#renderer/editor/cards/card-choice.ts'
import type { Card } from '#renderer/editor/cards/card-column.tsx'
import { createArticleEditor, loadDocument } from '#renderer/editor/create-editor.ts'
import type { Comments } from '#renderer/editor/threads/comments.ts'
import { LocaleProvider } from '#renderer/ui/locale.tsx'
import { useCommentCards } from './use-comment-cards.tsx'

const TIME = '2026-01-01T08:00:00.000Z'
const thread: Thread = {
  ...{ id: 't1', revision: 'r', proposal: null, resolved: null },
  anchor: { on: 'block', block: 'p' },
  messages: [{ id: 'm1', by: 'كريم', at: TIME, text: 'لماذا؟', editedAt: null, isTakenBack: false }],
}
const comments: Comments = {
  ...{ articleId: 'a', shown: [thread], open: 1, isReading: false, damaged: 0, error: null, filter: 'open' },
  ...{ people: [], draft: null, refusal: null, choice: createCardChoice(), view: 'cards' },
  placeOf: () => ({ on: 'block', block: 'p', isGone: false }),
  setFilter: () => {},
  setView: () => {},
  start: () => {},
  giveUp: () => {},
  send: () => Promise.resolve(),
  act: () => Promise.resolve(true),
  pauses: { subscribe: () => () => {}, get: () => null },
}

/** @returns the cards of three renderings one after another, each with its comments */
function cardsOf(given: readonly [Comments, Comments, Comments]): (readonly Card[])[] {
  let made = 0
  const editor = createArticleEditor(() => `n${(made += 1)}`, withReact(createEditor()))
  loadDocument(editor, [head('headline', () => 'h', 'عنوان'), paragraph(() => 'p', 'نص')])
  const all: (readonly Card[])[] = []
  function Column() {
    const [index, setIndex] = useState(0)
    all.push(useCommentCards(given[index] ?? given[0]))
    if (index + 1 < given.length) setIndex(index + 1)
    return null
  }
  renderToString(
    <LocaleProvider language="en" digits="latn">
      <SettingsProvider initial={DEFAULT_SETTINGS}>
        <Slate editor={editor} initialValue={editor.children}>
          <Column />
        </Slate>
      </SettingsProvider>
    </LocaleProvider>,
  )
  return all
}

describe('the cards of threads', () => {
  it('are the same until something of them changes: they are not rendered again while somebody writes', () => {
    const [first, second, third] = cardsOf([comments, comments, { ...comments, people: ['سعاد'] }])
    expect(first?.map(({ label }) => label)).toEqual(['Comment by كريم on: Paragraph'])
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })
})
