import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { textBlocks } from '#core/article/text-nodes.ts'
import { compute } from '#core/changes/compute.ts'
import type { Change } from '#core/changes/change.ts'
import { merge } from '#core/changes/merge.ts'
import type { ImportedArticle } from '#core/import/imported.ts'
import { readWord, wordFixture } from '#tests/support/word-file.ts'

type Expected = {
  base: string[]
  head: string[]
  changes: { author: string; date: string; kind: string }[]
  comments: {
    author: string
    date: string
    quoteBase: string
    quoteHead: string
    text: string
    parent: number | null
    resolved: boolean
  }[]
}

const CASES = [
  'a01-words',
  'a07-across-boundary',
  'b02-split-join-delete',
  'b04-table-list-heading',
  'c01-marks',
  'c03-threads',
]

/** @returns the words that a change adds. */
function wordsOf(change: Change): string[] {
  if (change.kind === 'insert') return change.inlines === undefined ? [] : [textOf({ children: change.inlines })]
  if (change.kind !== 'text') return []
  const text = change.pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')
  return text === '' ? [] : [text]
}

const textOf = (line: { children: readonly { text?: unknown; children?: readonly { text: string }[] }[] }): string =>
  line.children
    .map((each) => (typeof each.text === 'string' ? each.text : (each.children ?? []).map(({ text }) => text).join('')))
    .join('')

/** The lines with words. */
const linesOf = (article: Article): string[] =>
  textBlocks(article.document)
    .map(textOf)
    .filter((text) => text.trim() !== '')

function accepted({ article, proposals }: ImportedArticle): { article: Article; clashes: number } {
  let clashes = 0
  const all = proposals.reduce((now, { head }) => {
    const merged = merge({ base: article, ours: now, theirs: head })
    clashes += merged.clashes.length
    return merged.article
  }, article)
  return { article: all, clashes }
}

function expectedOf(name: string): Expected {
  return JSON.parse(new TextDecoder().decode(wordFixture(`${name}.expect.json`))) as Expected
}

describe('a reviewed Word document', () => {
  it.each(CASES)('is two texts: %s', async (name) => {
    const { base, head } = expectedOf(name)
    const read = await readWord(wordFixture(`${name}.docx`))
    expect(linesOf(read.article)).toEqual(base)
    const all = accepted(read)
    expect(linesOf(all.article)).toEqual(head)
    expect({ clashes: all.clashes, losses: read.losses }).toEqual({ clashes: 0, losses: [] })
  })

  it.each(CASES)('is a proposal of each person who changed it: %s', async (name) => {
    const { changes } = expectedOf(name)
    const { proposals } = await readWord(wordFixture(`${name}.docx`))
    const last = new Map<string, string>()
    for (const { author, date } of changes) if (date > (last.get(author) ?? '')) last.set(author, date)
    const people = proposals.map(({ by, at }) => [by, at?.replace('.000', '')])
    expect(new Map(people as [string, string][])).toEqual(last)
    expect(people).toHaveLength(last.size)
  })

  it.each(CASES)('has threads on its words: %s', async (name) => {
    const { comments } = expectedOf(name)
    const { threads } = await readWord(wordFixture(`${name}.docx`))
    const roots = comments.filter(({ parent }) => parent === null)
    const message = ({ author, date, text }: Expected['comments'][number]): unknown => ({
      ...{ by: author, text },
      at: date.replace('Z', '.000Z'),
    })
    const expected = roots.map((root) => ({
      quote: root.quoteBase === '' ? root.quoteHead : root.quoteBase,
      isProposed: root.quoteBase === '',
      isResolved: root.resolved,
      messages: [message(root), ...comments.filter((each) => comments[each.parent ?? -1] === root).map(message)],
    }))
    const found = threads.map(({ anchor, proposal, isResolved, messages }) => ({
      quote: anchor.on === 'words' ? anchor.quote : '',
      ...{ isProposed: proposal !== null, isResolved, messages },
    }))
    expect(found).toEqual(expected)
  })

  it('keeps who wrote which words of two that touch', async () => {
    const { article, proposals } = await readWord(wordFixture('c01-marks.docx'))
    const words = proposals.map(({ by, head }) => [by, compute(article, head).flatMap(wordsOf)])
    expect(words).toEqual([
      ['هادي الراوي', ['خارجية', 'إسطنبول', '134', 'وبلغت كلفة التوسعة 90 مليون دولار.']],
      ['سلمى العبيدي', ['الدولي ']],
      ['منى السامرائي', []],
      // Words that came from a line that was joined, and into a new line of mostly new words.
      ['Nour Khalil', [' وتقلع كل اثنين.', ' والبريد.']],
      ['رامي حداد', ['ويبدأ السعر من 180 دولارا؛ والحجز مفتوح.']],
    ])
  })
})
