import { hasClass, textOf, type HtmlElement, type HtmlNode } from '../html/tree.ts'

const WORD_LIST = /mso-list\s*:\s*l\d+\s+level(\d)/iu
const WORD_LABEL = /mso-list\s*:\s*ignore/iu
const WORD_NOTE = /mso-element\s*:\s*(comment|footnote|endnote)(-list)?\s*(?:;|$)/iu

/** The label of an ordered item of Word: a number or letter with punctuation. Other labels are bullets. */
const ORDINAL = /^[(]?(?:\d{1,3}|[٠-٩]{1,3}|[a-z]{1,4}|[أ-ي])[.)\-–]$/iu

const styleOf = ({ attributes }: HtmlElement): string => attributes['style'] ?? ''

/** @returns whether an element is a reference of Word's, from the text to a comment or note or back. */
export function isNoteReference(node: HtmlElement): boolean {
  const href = node.name === 'a' ? (node.attributes['href'] ?? '') : ''
  return /^#_(?:ftn|edn|msocom|msoanchor)/u.test(href) || hasClass(node, 'MsoCommentReference')
}

/** @returns whether an element is a comment or note of Word's (`note`) or holds several (`notes`); null for any other. */
export function noteOf(node: HtmlElement): 'note' | 'notes' | null {
  const found = WORD_NOTE.exec(styleOf(node))
  if (found === null) return null
  return found[2] === undefined ? 'note' : 'notes'
}

type Item = { level: number; ordered: boolean; element: HtmlElement }

/** Divides a paragraph of Word into its label, which Word writes as text, and the rest. */
function withoutLabel(node: HtmlElement): { label: string; rest: HtmlElement } {
  const labels: string[] = []
  const children = node.children.flatMap((child): HtmlNode[] => {
    if (child.type === 'text') return [child]
    if (WORD_LABEL.test(styleOf(child))) {
      labels.push(textOf(child))
      return []
    }
    const inside = withoutLabel(child)
    labels.push(inside.label)
    return [inside.rest]
  })
  return { label: labels.join(''), rest: { ...node, children } }
}

/** @returns the item of a list that a paragraph of Word is; null for any other node. */
function itemOf(node: HtmlNode): Item | null {
  if (node.type === 'text') return null
  const level = WORD_LIST.exec(styleOf(node))?.[1]
  if (level === undefined) return null
  const { label, rest } = withoutLabel(node)
  const ordered = ORDINAL.test(label.replaceAll(/[\s\u00A0]+/gu, ''))
  return { level: Math.max(1, Number(level)), ordered, element: { ...rest, name: 'li' } }
}

function list(ordered: boolean, children: HtmlNode[]): HtmlElement {
  return { type: 'element', name: ordered ? 'ol' : 'ul', attributes: {}, children }
}

/** @returns an item inside as many lists as its level is below the list around it. */
function nested({ level, ordered, element }: Item): HtmlElement {
  let node = element
  for (let depth = 1; depth < level; depth += 1) node = list(ordered, [node])
  return node
}

const isBlank = (node: HtmlNode): boolean => node.type === 'text' && node.text.trim() === ''

/** @returns nodes with lists for the paragraphs that Word writes instead of them. */
export function withWordLists(nodes: readonly HtmlNode[]): HtmlNode[] {
  const made: HtmlNode[] = []
  let open: { list: HtmlElement; ordered: boolean } | null = null
  for (const node of nodes) {
    const item = itemOf(node)
    if (item === null) {
      // Between two paragraphs Word writes line ends.
      if (open === null || !isBlank(node)) {
        open = null
        made.push(node)
      }
      continue
    }
    if (open === null || (item.level === 1 && item.ordered !== open.ordered)) {
      open = { list: list(item.ordered, []), ordered: item.ordered }
      made.push(open.list)
    }
    open.list.children.push(nested(item))
  }
  return made
}
