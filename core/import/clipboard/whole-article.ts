import type { Block, HeadType, TextBlock } from '../../article/block.ts'
import { isHeadType } from '../../article/block-types.ts'
import type { NewId } from '../../article/factories.ts'
import { normaliseDocument } from '../../article/normalise.ts'
import { blockText } from '../../article/plain-text.ts'
import type { ImportedLine } from '../text/lines.ts'
import { recogniseText } from '../text/recognise.ts'
import { endingOf, roughWords } from '../text/source-lines.ts'
import { inlinesBetween, onOneLine } from './inlines-between.ts'

/** A longer text is not searched for head fields: only a known headline is one. In UTF-16 units. */
const MAX_TEXT = 100_000

/** Everything that ends a line in `recogniseText`. */
const LINE_ENDS = /[\n\r\v\f\u0085\u2028\u2029]/gu

const MAX_KICKER_WORDS = 6

/**
 * Makes a whole article of pasted blocks: finds its headline and the other fields of the head. Nothing is left out; a
 * block that is no field of the head stays in the body, in order.
 * @param headline the id of the block that the source marks as the headline; null if it marks none
 * @returns a valid document; null if nothing among the blocks is a headline
 */
export function wholeArticle(blocks: readonly Block[], headline: string | null, newId: NewId): Block[] | null {
  if (blocks.some(({ type }) => isHeadType(type))) {
    return normaliseDocument(
      blocks.map((block) => (block.id === headline && isLine(block) ? field(block, 'headline') : block)),
      newId,
    )
  }
  const marked = blocks.findIndex(({ id }) => id === headline)
  const from = Math.max(0, marked)
  const lines = linesOf(blocks.slice(from))
  const at = marked === -1 ? lines.findIndex((pieces) => roleOf(pieces) === 'headline') : marked
  if (at === -1) return null
  const before = blocks.slice(0, from).filter(isLine)
  const isFound = roleOf(lines[at - from]) === 'headline'
  const document = blocks.flatMap((block, index): Block[] => {
    if (!isLine(block)) return [block]
    if (index === at) return [field(block, 'headline')]
    if (index < from) return [before.length === 1 && isKicker(block) ? field(block, 'kicker') : block]
    return fieldsOf(block, lines[index - from] ?? [], isFound, newId)
  })
  return normaliseDocument(document, newId)
}

function isLine(block: Block): block is TextBlock & Block {
  return block.type === 'paragraph' || block.type === 'subhead'
}

/** A short line above a known headline. */
function isKicker(block: Block): boolean {
  const text = blockText(block)
  return roughWords(text) <= MAX_KICKER_WORDS && !/[.۔:؛،]/u.test(endingOf(text))
}

/** @returns the pieces of each block with their roles; none for a block that is no line. */
function linesOf(blocks: readonly Block[]): ImportedLine[][] {
  // An empty line between the lines: each stands apart, as a block does.
  const texts = blocks.map((block) => (isLine(block) ? blockText(block).replaceAll(LINE_ENDS, ' ') : ''))
  const source = texts.join('\n\n')
  const found: ImportedLine[][] = blocks.map(() => [])
  if (source.length > MAX_TEXT) return found
  for (const piece of recogniseText(source).lines) found[(piece.line - 1) / 2]?.push(piece)
  return found
}

function roleOf(pieces: readonly ImportedLine[] | undefined): string | undefined {
  return pieces?.find(({ role }) => role !== 'dropped')?.role
}

/** The fields that a line can be besides the headline. The places of a kicker and a deck depend on the headline. */
const FIELDS: ReadonlySet<string> = new Set(['kicker', 'deck', 'byline', 'dateline'] satisfies HeadType[])
const SIGNED: ReadonlySet<string> = new Set(['byline', 'dateline'] satisfies HeadType[])

/**
 * @param isFound whether the recogniser took the same line for the headline
 * @returns the fields and the rest of a line: one block, or a dateline and the lead after it
 */
function fieldsOf(block: TextBlock & Block, found: readonly ImportedLine[], isFound: boolean, newId: NewId): Block[] {
  const fields = isFound ? FIELDS : SIGNED
  // The label of a byline is no part of it.
  const pieces = found.filter(({ role }) => role !== 'dropped')
  if (!pieces.some(({ role }) => fields.has(role))) return [block]
  const text = blockText(block)
  const parts: Block[] = []
  let end = 0
  for (const { text: words, role } of pieces) {
    const start = text.indexOf(words, end)
    if (start === -1) return [block]
    end = start + words.length
    const id = parts.length === 0 ? block.id : newId()
    const part = { ...block, id, children: inlinesBetween(block.children, start, end) }
    parts.push(fields.has(role) ? field(part, role as HeadType) : part)
  }
  return parts
}

function field({ id, dir, children }: TextBlock, type: HeadType): Block {
  return { type, id, dir, children: onOneLine(children) }
}
