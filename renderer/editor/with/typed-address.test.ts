import { Editor } from 'slate'
import { describe, expect, it } from 'vitest'
import { head, paragraph } from '#core/article/factories.ts'
import { addressBefore, addressOf } from '#core/text/addresses.ts'
import { counter } from '#tests/support/articles.ts'
import { drawn } from '#tests/support/drawn.ts'
import { createArticleEditor, documentOf, loadDocument } from '../create-editor.ts'

/** @returns an editor in whose paragraph a text was typed. */
function typed(text: string): Editor {
  const editor = createArticleEditor(counter('e'))
  loadDocument(editor, [head('headline', counter('h'), ''), paragraph(counter('p'))])
  editor.select({ path: [1, 0], offset: 0 })
  for (const letter of text) editor.insertText(letter)
  return editor
}

const body = (editor: Editor): string[] => drawn(documentOf(editor)).slice(1)

describe('a typed address', () => {
  it('becomes a link at the space after it, which one Backspace undoes', () => {
    const editor = typed('انظر https://example.org/a، ')
    expect(body(editor)).toEqual(['paragraph: انظر [https://example.org/a](https://example.org/a)، '])
    editor.deleteBackward('character')
    expect(body(editor)).toEqual(['paragraph: انظر https://example.org/a، '])
    editor.deleteBackward('character')
    expect(body(editor)).toEqual(['paragraph: انظر https://example.org/a،'])
  })

  it('becomes a link at Enter, which one Backspace undoes without joining the lines', () => {
    const editor = typed('desk@example.org')
    editor.insertBreak()
    expect(body(editor)).toEqual(['paragraph: [desk@example.org](mailto:desk@example.org)', 'paragraph: '])
    editor.deleteBackward('character')
    expect(body(editor)).toEqual(['paragraph: desk@example.org', 'paragraph: '])
    expect(editor.selection?.focus).toEqual({ path: [2, 0], offset: 0 })
  })

  it('is linked once, and what is typed after it is no part of the link', () => {
    const editor = typed('www.example.org ثم ')
    expect(body(editor)).toEqual(['paragraph: [www.example.org](https://www.example.org) ثم '])
  })

  it('in the headline is only text', () => {
    const editor = typed('')
    editor.select({ path: [0, 0], offset: 0 })
    for (const letter of 'www.example.org ') editor.insertText(letter)
    expect(drawn(documentOf(editor))[0]).toBe('headline: www.example.org ')
  })
})

describe('addressBefore', () => {
  it.each([
    ['(انظر https://ar.wikipedia.org/wiki/نهر_(جغرافيا))', 'https://ar.wikipedia.org/wiki/نهر_(جغرافيا)'],
    ['«https://example.org/?q=1».', 'https://example.org/?q=1'],
    ['mailto:a@b.org', 'mailto:a@b.org'],
    ['http://localhost:8080/x', 'http://localhost:8080/x'],
    ['a.b@مثال.مصر', 'mailto:a.b@مثال.مصر'],
  ])('finds the address in %s', (text, url) => {
    expect(addressBefore(text)?.url).toBe(url)
  })
  it.each(['example.org', 'www.', 'قال:نعم', 'http://', 'javascript:alert(1)', '@desk', 'a@b', 'ftp://example.org/'])(
    'finds none in %s',
    (text) => {
      expect(addressBefore(text)).toBeNull()
      expect(addressOf(text)).toBeNull()
    },
  )
  it('says where it stands', () => {
    expect(addressBefore('انظر «www.example.org»!')).toEqual({ url: 'https://www.example.org', start: 6, end: 21 })
  })
})
