import type { Article } from '../article/article.ts'
import { readLine } from '../changes/line.ts'
import { lineAt, treeOf, type Tree } from '../changes/tree.ts'
import { compileFind, FIND_DEFAULTS } from '../text/find.ts'
import { CONTEXT, MAX_QUOTE, type Anchor, type Place, type WordsAnchor } from './anchor.ts'

/** A part of a line, in units. */
export type LinePart = { readonly block: string; readonly start: number; readonly end: number }

/** A line of an article, in reading order. */
type Line = { readonly block: string; readonly text: string }

function linesOf(tree: Tree): Line[] {
  return [...tree.nodes.keys()].flatMap((key) => {
    const line = lineAt(tree, key)
    return line === null ? [] : [{ block: line.id, text: readLine(line.children).text }]
  })
}

/** @returns whether a place is in a line, and not inside a character of two units. */
function isPlaceIn({ text }: Line, at: number): boolean {
  const isInside = /[\uD800-\uDBFF]/u.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/u.test(text.charAt(at))
  return at <= text.length && !isInside
}

/** @returns the parts of lines between two places, with their text; null when they are no places of the article, in order. */
function partsBetween(article: Article, start: Place, end: Place): (LinePart & { text: string })[] | null {
  const lines = linesOf(treeOf(article.document))
  const [first, last] = [start, end].map(({ block }) => lines.findIndex((line) => line.block === block)) as [
    number,
    number,
  ]
  const [from, to] = [lines[first], lines[last]]
  if (from === undefined || to === undefined || first > last) return null
  if (!isPlaceIn(from, start.at) || !isPlaceIn(to, end.at) || (first === last && start.at > end.at)) return null
  return lines.slice(first, last + 1).map(({ block, text }, index) => ({
    ...{ block, text },
    start: index === 0 ? start.at : 0,
    end: index === last - first ? end.at : text.length,
  }))
}

/** @returns the parts of lines that an anchor covers, without empty ones; none when it does not lie in the article. */
export function partsOf(article: Article, { start, end }: WordsAnchor): LinePart[] {
  const parts = partsBetween(article, start, end) ?? []
  return parts.filter((part) => part.start < part.end).map(({ text: _text, ...part }) => part)
}

/**
 * Describes words by their place and by themselves. Words of several lines have a line feed between them.
 * @param start in a line of the article, before `end`
 * @returns null when no word lies between the places, or more than a quote can hold
 */
export function anchorOf(article: Article, start: Place, end: Place): WordsAnchor | null {
  const parts = partsBetween(article, start, end)
  const [first, last] = [parts?.[0], parts?.at(-1)]
  if (parts === null || first === undefined || last === undefined) return null
  const quote = parts.map((part) => part.text.slice(part.start, part.end)).join('\n')
  if (quote.trim() === '' || quote.length > MAX_QUOTE) return null
  // A cut may divide a character of two units: the half is left out.
  const before = first.text.slice(Math.max(0, start.at - CONTEXT), start.at).replace(/^[\uDC00-\uDFFF]/u, '')
  const after = last.text.slice(end.at, end.at + CONTEXT).replace(/[\uD800-\uDBFF]$/u, '')
  return { on: 'words', start: { ...start }, end: { ...end }, quote, before, after }
}

/** @returns whether an anchor names a place of an article: its block is there, and its words are those of the text. */
export function liesIn(anchor: Anchor, article: Article): boolean {
  if (anchor.on === 'article') return true
  if (anchor.on === 'block') {
    return [...treeOf(article.document).nodes.values()].some(({ block }) => block.id === anchor.block)
  }
  const own = anchorOf(article, anchor.start, anchor.end)
  return own !== null && own.quote === anchor.quote && own.before === anchor.before && own.after === anchor.after
}

/**
 * Finds words that left their block for another one, as by cutting and pasting: the quote, with the same text before or after
 * it. Of words that were pasted several times, those with the same text on both sides come first, then those that stand first.
 * @param isNew whether a place has come into the text since: equal words that were there before are others
 */
export function findMoved(
  article: Article,
  { quote, before, after }: WordsAnchor,
  isNew: (part: LinePart) => boolean,
): LinePart | null {
  if (quote.includes('\n')) return null
  const found = linesOf(treeOf(article.document)).flatMap(({ block, text }) => {
    const parts: { part: LinePart; isWhole: boolean }[] = []
    for (let start = text.indexOf(quote); start !== -1; start = text.indexOf(quote, start + 1)) {
      const end = start + quote.length
      const isAfter = before !== '' && text.slice(0, start).endsWith(before)
      const isBefore = after !== '' && text.startsWith(after, end)
      const isWhole = (isAfter || before === '') && (isBefore || after === '')
      const isSame = isAfter || isBefore || (text === quote && before + after === '')
      if (isSame && isNew({ block, start, end })) parts.push({ part: { block, start, end }, isWhole })
    }
    return parts
  })
  return (found.find(({ isWhole }) => isWhole) ?? found[0])?.part ?? null
}

/** @returns an anchor for each place of an article in which words stand, in any spelling of their letters. */
export function findWords(article: Article, words: string): WordsAnchor[] {
  const find = compileFind(words, FIND_DEFAULTS)
  return linesOf(treeOf(article.document)).flatMap(({ block, text }) =>
    find(text).flatMap(({ start, end }) => anchorOf(article, { block, at: start }, { block, at: end }) ?? []),
  )
}
