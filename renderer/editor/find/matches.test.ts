import { describe, expect, it } from 'vitest'
import { compileFind, FIND_DEFAULTS } from '#core/text/find.ts'
import { createArticleEditor, loadDocument } from '../create-editor.ts'
import { findAll, wordsOf } from './matches.ts'

function wordsFor(query: string, ...lines: string[]) {
  const editor = createArticleEditor(() => 'new')
  loadDocument(
    editor,
    lines.map((text, place) => ({
      type: place === 0 ? 'headline' : 'paragraph',
      id: `${place}`,
      dir: 'rtl',
      children: [{ text }],
    })),
  )
  const { whole, longer, areWholeMeant } = wordsOf(editor, findAll(editor, compileFind(query, FIND_DEFAULTS)))
  return { whole: whole.map(({ path, start }) => [path[0], start]), longer, areWholeMeant }
}

describe('whole words', () => {
  it('are meant where the word is also part of a slightly longer one', () => {
    expect(wordsFor('العراق', 'العراق اليوم', 'الشعب العراقي في العراق.', 'والعراقيون')).toEqual({
      whole: [
        [0, 0],
        [1, 17],
      ],
      longer: ['العراقي', 'والعراقيون'],
      areWholeMeant: true,
    })
  })

  it('are not meant while a word is being typed, nor where the longer ones are far from it', () => {
    expect(wordsFor('العر', 'العراق اليوم', 'الشعب العراقي').areWholeMeant).toBe(false)
    expect(wordsFor('في', 'في بغداد', 'المستشفيات')).toMatchObject({ longer: ['المستشفيات'], areWholeMeant: false })
    expect(wordsFor('العراق', 'العراق').areWholeMeant).toBe(false)
  })
})
