import type { ImportedLine, LineRole } from '#core/import/text/lines.ts'

/** @returns the lines with one role changed. A line that a person drops gets that as its reason. */
export function withRole(lines: readonly ImportedLine[], index: number, role: LineRole): ImportedLine[] {
  return lines.map((line, at) =>
    at === index ? { ...line, role, reason: role === 'dropped' ? 'by-hand' : null } : line,
  )
}

/** @returns how many lines have each role. */
export function countRoles(lines: readonly ImportedLine[]): { paragraphs: number; subheads: number; dropped: number } {
  const count = (role: LineRole): number => lines.filter((line) => line.role === role).length
  return { paragraphs: count('paragraph'), subheads: count('subhead'), dropped: count('dropped') }
}
