import { isOpenSentence, drop, isOpen, type Candidate } from './candidate.ts'
import { announcesLinks, furnitureReason, startsComments } from './furniture.ts'
import { cutCredit, readLabel } from './labels.ts'
import { readSection } from './section.ts'

/** @returns the section that the page's navigation names; empty for none. */
export function judgeFurniture(lines: readonly Candidate[]): string {
  let section = ''
  for (const line of lines) {
    const named = readSection(line)
    if (named !== null) {
      drop(line, 'navigation')
      section ||= named
      continue
    }
    const reason = furnitureReason(line)
    if (reason !== null) drop(line, reason)
  }
  return section
}

/** Gives roles to lines with a label, and to captions with a credit. */
export function judgeLabels(lines: readonly Candidate[]): void {
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

/** Reads «في أخبار» after the text, which names its section. @returns the section; empty for none. */
export function judgeSectionBelow(lines: readonly Candidate[]): string {
  const last = lines.findLastIndex((line) => isOpenSentence(line))
  let section = ''
  for (const line of last === -1 ? [] : lines.slice(last + 1)) {
    const named = isOpen(line) && line.ending === '' ? /^في\s+(\S+(?:\s+\S+)?)$/u.exec(line.text)?.[1] : undefined
    if (named === undefined) continue
    drop(line, 'navigation')
    section = named
  }
  return section
}

/** Drops everything from the heading of the comments on. */
export function judgeComments(lines: readonly Candidate[]): void {
  const firstSentence = lines.findIndex((line) => isOpenSentence(line))
  const start = lines.findIndex((line, index) => index > firstSentence && firstSentence !== -1 && startsComments(line))
  if (start === -1) return
  for (const line of lines.slice(start)) if (line.role !== 'dropped') drop(line, 'comments')
}

/**
 * Drops links to other articles under their heading, inside or after the text. Above the text such a heading is part of a
 * menu. A last line apart from the links, right before the text continues, is a subhead.
 */
export function judgeRelated(lines: readonly Candidate[]): void {
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

/** @returns whether there is a blank line above a line. */
function standsApart(lines: readonly Candidate[], line: Candidate): boolean {
  const above = lines[lines.indexOf(line) - 1]
  return above === undefined || above.line < line.line - 1
}
