import type { Candidate } from './candidate.ts'
import type { ImportedLine, ImportWarning, LineRole } from './lines.ts'

/** The longest text of one line of an import; a longer line is split between words. */
const MAX_LINE_LENGTH = 100_000

/** @returns the pieces of a line with a role: one, or several if it was split. */
export function toPieces(line: Candidate): ImportedLine[] {
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

/** @returns what a person should check before accepting. */
export function warningsFor(lines: readonly ImportedLine[]): ImportWarning[] {
  const has = (...roles: LineRole[]): boolean => lines.some(({ role }) => roles.includes(role))
  return [
    ...(has('headline') ? [] : (['no-headline'] as const)),
    ...(has('paragraph', 'list-item', 'quote') ? [] : (['no-body'] as const)),
    ...(has('caption', 'credit') ? (['figure-without-image'] as const) : []),
  ]
}
