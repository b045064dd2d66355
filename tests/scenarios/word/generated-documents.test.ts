import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  added,
  gone,
  HER,
  HIM,
  line,
  linesOf,
  mark,
  readTracked,
  record,
  removed,
  run,
  TITLE,
  wordDocument,
  type Person,
} from '#tests/support/tracked-word.ts'

/** What a piece of a line is in each text, and who changed it. */
type Piece = { kind: 'kept' | 'added' | 'removed' | 'dropped'; by: Person }
type Line = { pieces: Piece[]; end: 'kept' | 'added' | 'removed'; by: Person; isWrapped: boolean }

const person = fc.constantFrom<Person>(HER, HIM)
const piece = fc.record({
  kind: fc.constantFrom<Piece['kind'][]>('kept', 'kept', 'added', 'removed', 'dropped'),
  by: person,
})
const lines = fc.array(
  fc.record({
    pieces: fc.array(piece, { minLength: 1, maxLength: 4 }),
    end: fc.constantFrom<Line['end'][]>('kept', 'kept', 'kept', 'added', 'removed'),
    by: person,
    isWrapped: fc.boolean(),
  }),
  { minLength: 2, maxLength: 7 },
)

const other = (by: Person): Person => (by === HER ? HIM : HER)

function pieceXml({ kind, by }: Piece, word: string): string {
  if (kind === 'kept') return run(word)
  if (kind === 'added') return added(word, by)
  if (kind === 'removed') return removed(word, by)
  // One inserted it, and another deleted it again.
  return `<w:ins ${record(by)}><w:del ${record(other(by))}>${gone(word)}</w:del></w:ins>`
}

/** @returns a document, and the words of its two texts, with a stroke where a paragraph ends. */
function written(all: readonly Line[]): { body: string; base: string; head: string } {
  let [base, head, count] = ['', '', 0]
  const body = all.map(({ pieces, end, by, isWrapped }, index) => {
    const isLast = index === all.length - 1
    const content = pieces.map((each) => {
      const word = `كلمة${(count += 1)} `
      if (each.kind === 'kept' || each.kind === 'removed') base += word
      if (each.kind === 'kept' || each.kind === 'added') head += word
      return pieceXml(each, word)
    })
    const own = isLast ? 'kept' : end
    if (own !== 'added') base += '|'
    if (own !== 'removed') head += '|'
    const of = own === 'added' ? mark('ins', by) : own === 'removed' ? mark('del', by) : ''
    const xml = line(content.join(''), of)
    return isWrapped ? `<w:sdt><w:sdtContent>${xml}</w:sdtContent></w:sdt>` : xml
  })
  return { body: body.join('<w:bookmarkEnd w:id="1"/>'), base, head }
}

const paragraphs = (text: string): string[] =>
  text.split('|').flatMap((each) => (each.trim() === '' ? [] : [each.trim()]))

it('a document that two people changed anyhow is its two texts, whatever wraps its paragraphs', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const { body, base, head } = written(all)
      const found = readTracked(wordDocument(TITLE + body))
      expect(found.base.map((each) => each.trim())).toEqual(paragraphs(base))
      // What both put into one place is settled by a person: all words are there, in one text or the other.
      const heads = found.read.proposals.flatMap((each) => linesOf(each.head)).join(' ')
      if (found.clashes === 0) expect(found.head.map((each) => each.trim())).toEqual(paragraphs(head))
      for (const word of head.match(/كلمة\d+/gu) ?? [])
        expect(`${found.base.join(' ')} ${heads}`.split(/\s+/u)).toContain(word)
    }),
    { numRuns: 150 },
  )
})
