import type { Article } from '../../article/article.ts'
import type { Block } from '../../article/block.ts'
import { figure, list, newArticle, paragraph, quote, subhead, type NewId } from '../../article/factories.ts'
import { normaliseDocument } from '../../article/normalise.ts'
import type { ImportedLine } from './lines.ts'

const HEAD_ROLES: ReadonlySet<string> = new Set(['kicker', 'headline', 'deck', 'byline', 'dateline'])

/** Lines that become one block. */
type Group = { kind: 'figure' | 'list' | 'quote' | 'line'; lines: ImportedLine[] }

function kindOf({ role }: ImportedLine): Group['kind'] {
  if (role === 'caption' || role === 'credit') return 'figure'
  if (role === 'list-item') return 'list'
  return role === 'quote' ? 'quote' : 'line'
}

/** A second caption or credit begins another figure. Other neighbouring lines of a kind are one block. */
function joins(group: Group | undefined, line: ImportedLine): group is Group {
  const kind = kindOf(line)
  if (group === undefined || group.kind !== kind || kind === 'line') return false
  return kind !== 'figure' || !group.lines.some(({ role }) => role === line.role)
}

function groupLines(lines: readonly ImportedLine[]): Group[] {
  const groups: Group[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    if (joins(last, line)) last.lines.push(line)
    else groups.push({ kind: kindOf(line), lines: [line] })
  }
  return groups
}

function textOf(lines: readonly ImportedLine[], role: ImportedLine['role']): string {
  return lines.find((line) => line.role === role)?.text ?? ''
}

function toBlock({ kind, lines }: Group, newId: NewId): unknown {
  const [first] = lines
  if (first === undefined) return paragraph(newId)
  switch (kind) {
    case 'figure':
      return figure(newId, { caption: textOf(lines, 'caption'), credit: textOf(lines, 'credit') })
    case 'list':
      return list(
        newId,
        false,
        lines.map(({ text }) => text),
      )
    case 'quote': {
      const block = quote(newId, first.text)
      const [words, attribution] = block.children
      const others = lines.slice(1).map(({ text }) => paragraph(newId, text))
      return { ...block, children: [words, ...others, attribution] }
    }
    case 'line':
      if (first.role === 'subhead') return subhead(newId, first.text)
      return { type: first.role, id: newId(), dir: 'rtl', children: [{ text: first.text }] }
  }
}

/**
 * Makes an article from lines with roles, which a person may have corrected. Every line that is not dropped is in it: a
 * second headline, for example, becomes a paragraph.
 * @returns a valid article with this id
 */
export function buildArticle(
  lines: readonly ImportedLine[],
  { id, newId, section }: { id: string; newId: NewId; section: string },
): Article {
  const kept = lines.filter(({ role, text }) => role !== 'dropped' && text !== '')
  const head = kept.filter(({ role }) => HEAD_ROLES.has(role))
  const body = kept.filter(({ role }) => !HEAD_ROLES.has(role))
  const blocks: unknown[] = [...groupLines(head), ...groupLines(body)].map((group) => toBlock(group, newId))
  const document: Block[] = normaliseDocument(blocks, newId)
  const article = newArticle(id, newId, document)
  return { ...article, metadata: { ...article.metadata, section: section.trim() } }
}
