import { cutBullet, isSentence, isShortTitle, isTitle } from './body.ts'
import { drop, isOpen, isOpenSentence, type Candidate } from './candidate.ts'
import { cutDateline, isDatelineLine, isSignature } from './dateline.ts'
import { isSectionName } from './section-names.ts'

/** @returns the index of the line at which the text begins; the number of lines if there is no text. */
export function findLead(lines: readonly Candidate[]): number {
  const sentences = [...lines.keys()].filter((index) => isOpenSentence(lines[index]))
  const [first, second] = sentences
  if (first === undefined) return afterTitles(lines)
  const line = lines[first]
  const hasTitle = lines.slice(0, first).some((other) => isOpen(other) && isTitle(other))
  const between = second === undefined ? [] : lines.slice(first + 1, second)
  // A sentence between the headline and the byline, date or counters of the page is a deck. After them it is text.
  // Other furniture between two paragraphs decides nothing.
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

/** For a page without a sentence: the first title is the headline, and the lines after it are the text. */
function afterTitles(lines: readonly Candidate[]): number {
  const first = lines.findIndex(isOpen)
  return first === -1 ? lines.length : first + 1
}

/** Finds kicker, headline, deck and dateline among the lines before the text. */
export function judgeHead(lines: readonly Candidate[], lead: number): void {
  const head = lines.slice(0, lead)
  const headline = findHeadline(head)
  if (headline === undefined) return
  headline.role = 'headline'
  const before = head.slice(0, head.indexOf(headline)).filter(isOpen)
  const after = head.slice(head.indexOf(headline) + 1).filter(isOpen)
  // One short line above a headline is a kicker; several are a menu.
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

/** @returns whether there is no navigation of the site between two lines. */
function isNear(head: readonly Candidate[], first: Candidate, second: Candidate): boolean {
  return head.slice(head.indexOf(first) + 1, head.indexOf(second)).every(({ reason }) => reason !== 'navigation')
}

/** A name: two to four words right under the head, without punctuation. */
function isName({ words, ending, text }: Candidate): boolean {
  return words >= 2 && ending === '' && !/\d/u.test(text)
}

const MIN_HEADLINE_WORDS = 3

function findHeadline(head: readonly Candidate[]): Candidate | undefined {
  const open = head.filter((line) => isOpen(line) && isTitle(line) && !isDatelineLine(line.text))
  const titles = open.filter(({ words }) => words >= MIN_HEADLINE_WORDS)
  const [first, second] = titles
  if (first === undefined) return open[0]
  // A line such as «تقرير خاص» or «أزمة المياه في العراق» above a headline of twice its length is a kicker.
  const isKicker = second !== undefined && first.words <= 4 && second.words >= first.words * 2
  return isKicker && isNext(head, first, second) ? second : first
}

function isNext(head: readonly Candidate[], first: Candidate, second: Candidate): boolean {
  return head.slice(head.indexOf(first) + 1, head.indexOf(second)).every((line) => !isOpen(line))
}

/** Distinguishes paragraphs, subheads and list items, and splits the dateline from the lead. */
export function judgeBody(lines: readonly Candidate[], lead: number): void {
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

/** A subhead is a short title with text after it. The first line of the text is none, for it divides nothing. */
function isSubhead(line: Candidate, next: Candidate | undefined, index: number): boolean {
  return index > 0 && isShortTitle(line) && next !== undefined && (isSentence(next) || cutBullet(next.text) !== null)
}

/** After the last sentence, several short lines are links or signatures of the page. */
export function judgeTail(lines: readonly Candidate[]): void {
  const last = lines.findLastIndex((line) => line.role === 'paragraph' && isSentence(line))
  if (last === -1) return
  const tail = lines.slice(last + 1).filter(({ role }) => role === 'paragraph' || role === 'subhead')
  const isMenu = tail.length >= 3 && tail.every(isTitle)
  for (const line of tail) {
    if (isMenu) drop(line, 'navigation')
    else if (/^[([].{1,30}[)\]]$/u.test(line.text)) drop(line, 'page-furniture')
  }
}
