import { cutBullet, isSentence, isShortTitle, isTitle } from './body.ts'
import { cutDateline, isDatelineLine, isSignature } from './dateline.ts'
import { announcesLinks, furnitureReason, startsComments } from './furniture.ts'
import { isSectionName } from './section-names.ts'
import { cutCredit, readLabel } from './labels.ts'
import type { DropReason, ImportedLine, ImportWarning, LineRole, TextImport } from './lines.ts'
import { readSection } from './section.ts'
import { sourceLines, type SourceLine } from './source-lines.ts'

/** A line while its role is being found. `role` is null as long as nobody has judged it. */
type Candidate = SourceLine & { role: LineRole | null; reason: DropReason | null; pieces: ImportedLine[] | null }

/** The longest text that one line of an import may have; a longer one is cut between words. */
const MAX_LINE_LENGTH = 100_000

/**
 * Finds out what each line of a pasted page is, by its structure, place, length and punctuation, and by what the
 * furniture of news pages is known to say.
 * @param source a page's text, however its lines end.
 * @returns every line that is not blank, in the source's order, with its role; text is only ever cut, never changed.
 */
export function recogniseText(source: string): TextImport {
  const lines = sourceLines(source).map((line): Candidate => ({ ...line, role: null, reason: null, pieces: null }))
  const section = judgeFurniture(lines)
  judgeLabels(lines)
  const sectionBelow = judgeSectionBelow(lines)
  judgeComments(lines)
  judgeRelated(lines)
  const lead = findLead(lines)
  judgeHead(lines, lead)
  judgeBody(lines, lead)
  judgeTail(lines)
  const pieces = lines.flatMap(toPieces)
  return { lines: pieces, section: section || sectionBelow, warnings: warningsFor(pieces) }
}

function drop(line: Candidate | undefined, reason: DropReason): void {
  if (line !== undefined) Object.assign(line, { role: 'dropped', reason })
}

function isOpen({ role }: Candidate): boolean {
  return role === null
}

/** @returns the section that the page's navigation tells, or the empty string. */
function judgeFurniture(lines: readonly Candidate[]): string {
  let section = ''
  for (const line of lines) {
    const told = readSection(line)
    if (told !== null) {
      drop(line, 'navigation')
      section ||= told
      continue
    }
    const reason = furnitureReason(line)
    if (reason !== null) drop(line, reason)
  }
  return section
}

/** Lines that say themselves what they are, or that carry a credit. */
function judgeLabels(lines: readonly Candidate[]): void {
  for (const line of lines) {
    if (line.role !== null && line.reason !== 'page-furniture') continue
    const labelled = readLabel(line.text)
    if (labelled !== null) {
      line.role = labelled.role
      line.reason = null
      line.pieces = [
        { line: line.line, text: labelled.label, role: 'dropped', reason: 'page-furniture' },
        { line: line.line, text: labelled.text, role: labelled.role, reason: null },
      ]
    } else if (line.role === null) judgeCredit(line)
  }
}

function judgeCredit(line: Candidate): void {
  const credited = cutCredit(line.text)
  if (credited === null || line.words > 60) return
  line.role = 'caption'
  line.pieces = [
    { line: line.line, text: credited.caption, role: 'caption', reason: null },
    { line: line.line, text: credited.credit, role: 'credit', reason: null },
  ]
}

/** «في أخبار» behind the text names the section that it stands in. @returns it, or the empty string. */
function judgeSectionBelow(lines: readonly Candidate[]): string {
  const last = lines.findLastIndex((line) => isOpenSentence(line))
  let section = ''
  for (const line of last === -1 ? [] : lines.slice(last + 1)) {
    const told = isOpen(line) && line.ending === '' ? /^في\s+(\S+(?:\s+\S+)?)$/u.exec(line.text)?.[1] : undefined
    if (told === undefined) continue
    drop(line, 'navigation')
    section = told
  }
  return section
}

/** Whatever follows the comments' own beginning is what readers said. */
function judgeComments(lines: readonly Candidate[]): void {
  const firstSentence = lines.findIndex((line) => line.role === null && isSentence(line))
  const start = lines.findIndex((line, index) => index > firstSentence && firstSentence !== -1 && startsComments(line))
  if (start === -1) return
  for (const line of lines.slice(start)) if (line.role !== 'dropped') drop(line, 'comments')
}

/**
 * Links to other articles, under their heading within or behind the text. Above the text such a heading is part of a
 * menu. A last line that stands apart from the links, right before the text goes on, is a subhead of that text.
 */
function judgeRelated(lines: readonly Candidate[]): void {
  const firstSentence = lines.findIndex((line) => isOpenSentence(line))
  for (const [index, line] of lines.entries()) {
    if (index < firstSentence || line.reason !== 'navigation' || !announcesLinks(line)) continue
    const after = lines.slice(index + 1)
    const text = after.findIndex((other) => isOpenSentence(other))
    const links = (text === -1 ? after : after.slice(0, text)).filter(isOpen)
    const last = links.at(-1)
    const isApart = text !== -1 && links.length > 1 && last !== undefined && standsApart(lines, last)
    for (const link of isApart ? links.slice(0, -1) : links) drop(link, 'navigation')
  }
}

/** @returns whether a blank line stands above a line. */
function standsApart(lines: readonly Candidate[], line: Candidate): boolean {
  const above = lines[lines.indexOf(line) - 1]
  return above === undefined || above.line < line.line - 1
}

function isOpenSentence(line: Candidate | undefined): boolean {
  return line !== undefined && isOpen(line) && isSentence(line)
}

/** @returns the index of the line with which the text begins; the number of lines when there is none. */
function findLead(lines: readonly Candidate[]): number {
  const sentences = [...lines.keys()].filter((index) => isOpenSentence(lines[index]))
  const [first, second] = sentences
  if (first === undefined) return afterTitles(lines)
  const line = lines[first]
  const hasTitle = lines.slice(0, first).some((other) => isOpen(other) && isTitle(other))
  const between = second === undefined ? [] : lines.slice(first + 1, second)
  // A sentence between the headline and the byline, date or counters of the page is a deck. Behind these it is text,
  // and what the site puts between two paragraphs says nothing.
  const isDeck =
    hasTitle &&
    line !== undefined &&
    line.words <= 45 &&
    cutDateline(line.text) === null &&
    !lines.slice(0, first).some(({ role }) => role === 'byline') &&
    !between.some(({ reason }) => reason === 'navigation') &&
    between.some(({ role, reason }) => role === 'byline' || reason === 'page-furniture' || reason === 'counter')
  return isDeck && second !== undefined && between.every((other) => !isOpen(other) || isTitle(other)) ? second : first
}

/** A text without a single sentence: its first title is the headline, what follows is the text. */
function afterTitles(lines: readonly Candidate[]): number {
  const first = lines.findIndex(isOpen)
  return first === -1 ? lines.length : first + 1
}

/** Finds kicker, headline, deck and dateline among the lines before the text. */
function judgeHead(lines: readonly Candidate[], lead: number): void {
  const head = lines.slice(0, lead)
  const headline = findHeadline(head)
  if (headline === undefined) return
  headline.role = 'headline'
  const before = head.slice(0, head.indexOf(headline)).filter(isOpen)
  const after = head.slice(head.indexOf(headline) + 1).filter(isOpen)
  // One short line above a headline leads into it; more of them are a menu.
  const [above] = before
  if (before.length === 1 && above !== undefined && isNear(head, above, headline)) above.role = 'kicker'
  else for (const line of before) drop(line, 'navigation')
  let hasDeck = false
  for (const line of after) {
    if (line.key === headline.key) drop(line, 'page-furniture')
    else if (isDatelineLine(line.text) && line.words <= 8) line.role = 'dateline'
    else if (isSignature(line.text)) line.role = 'byline'
    else if (isSectionName(line.key)) drop(line, 'navigation')
    else if (!hasDeck && line.words >= 3) {
      line.role = 'deck'
      hasDeck = true
    } else line.role = line.words <= 4 && isName(line) ? 'byline' : 'paragraph'
  }
}

/** @returns whether nothing of the site's navigation stands between two lines. */
function isNear(head: readonly Candidate[], first: Candidate, second: Candidate): boolean {
  return head.slice(head.indexOf(first) + 1, head.indexOf(second)).every(({ reason }) => reason !== 'navigation')
}

/** Two to four words right under the head, without a sign: somebody's name. */
function isName({ words, ending, text }: Candidate): boolean {
  return words >= 2 && ending === '' && !/\d/u.test(text)
}

const MIN_HEADLINE_WORDS = 3

function findHeadline(head: readonly Candidate[]): Candidate | undefined {
  const open = head.filter((line) => isOpen(line) && isTitle(line) && !isDatelineLine(line.text))
  const titles = open.filter(({ words }) => words >= MIN_HEADLINE_WORDS)
  const [first, second] = titles
  if (first === undefined) return open[0]
  // «تقرير خاص» or «أزمة المياه في العراق» above a headline of twice its length is a kicker.
  const isKicker = second !== undefined && first.words <= 4 && second.words >= first.words * 2
  return isKicker && isNext(head, first, second) ? second : first
}

function isNext(head: readonly Candidate[], first: Candidate, second: Candidate): boolean {
  return head.slice(head.indexOf(first) + 1, head.indexOf(second)).every((line) => !isOpen(line))
}

function judgeBody(lines: readonly Candidate[], lead: number): void {
  const first = lines[lead]
  const cut = first !== undefined && isOpen(first) ? cutDateline(first.text) : null
  if (first !== undefined && cut !== null) {
    first.role = 'paragraph'
    first.pieces = [
      { line: first.line, text: cut.dateline, role: 'dateline', reason: null },
      { line: first.line, text: cut.lead, role: 'paragraph', reason: null },
    ]
  }
  const body = lines.slice(lead).filter((line) => isOpen(line) || line.role === 'paragraph')
  for (const [index, line] of body.entries()) {
    if (line.role !== null) continue
    const item = cutBullet(line.text)
    if (item !== null && (isItem(body[index - 1]) || isItem(body[index + 1]))) {
      line.role = 'list-item'
      line.pieces = [{ line: line.line, text: item, role: 'list-item', reason: null }]
    } else line.role = isSubhead(line, body[index + 1], index) ? 'subhead' : 'paragraph'
  }
}

function isItem(line: Candidate | undefined): boolean {
  return line !== undefined && (line.role === 'list-item' || cutBullet(line.text) !== null)
}

/** A short title with text after it. The first line of the text is none: nothing stands above it to be parted from. */
function isSubhead(line: Candidate, next: Candidate | undefined, index: number): boolean {
  return index > 0 && isShortTitle(line) && next !== undefined && (isSentence(next) || cutBullet(next.text) !== null)
}

/** Behind the last sentence short lines are links or signatures of the page, when there are several. */
function judgeTail(lines: readonly Candidate[]): void {
  const last = lines.findLastIndex((line) => line.role === 'paragraph' && isSentence(line))
  if (last === -1) return
  const tail = lines.slice(last + 1).filter(({ role }) => role === 'paragraph' || role === 'subhead')
  const isMenu = tail.length >= 3 && tail.every(isTitle)
  for (const line of tail) {
    if (isMenu) drop(line, 'navigation')
    else if (/^[([].{1,30}[)\]]$/u.test(line.text)) drop(line, 'page-furniture')
  }
}

function toPieces(line: Candidate): ImportedLine[] {
  const pieces = line.pieces !== null && line.role !== 'dropped' ? line.pieces : null
  if (pieces !== null) return pieces
  const { text, role, reason } = line
  return cutLong(text).map((part) => ({ line: line.line, text: part, role: role ?? 'paragraph', reason }))
}

function cutLong(text: string): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > MAX_LINE_LENGTH) {
    const space = rest.lastIndexOf(' ', MAX_LINE_LENGTH)
    const end = space > 0 ? space : MAX_LINE_LENGTH
    parts.push(rest.slice(0, end))
    rest = rest.slice(space > 0 ? end + 1 : end)
  }
  return [...parts, rest]
}

function warningsFor(lines: readonly ImportedLine[]): ImportWarning[] {
  const has = (...roles: LineRole[]): boolean => lines.some(({ role }) => roles.includes(role))
  return [
    ...(has('headline') ? [] : (['no-headline'] as const)),
    ...(has('paragraph', 'list-item', 'quote') ? [] : (['no-body'] as const)),
    ...(has('caption', 'credit') ? (['figure-without-image'] as const) : []),
  ]
}
