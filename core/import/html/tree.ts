import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'
import { ImportError } from '../import-error.ts'

export type HtmlText = { type: 'text'; text: string }
export type HtmlElement = {
  type: 'element'
  name: string
  attributes: Readonly<Record<string, string>>
  children: HtmlNode[]
}
export type HtmlNode = HtmlText | HtmlElement

/** The depth below which only the text is kept. No real page is as deep. */
const MAX_DEPTH = 200
/** The parser repeats unclosed formatting elements in every paragraph, so a small page could fill the memory. */
const MAX_NODES = 500_000

/** Parses a page and counts its elements. @throws ImportError `too-large`. */
function parsed(html: string): DefaultTreeAdapterTypes.Document {
  let count = 0
  return parse(html, {
    // Then the content of `noscript` is hidden, as in a browser that runs scripts.
    scriptingEnabled: true,
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(...args) {
        count += 1
        if (count > MAX_NODES) throw new ImportError('too-large')
        return defaultTreeAdapter.createElement(...args)
      },
    },
  })
}

function textBelow(node: DefaultTreeAdapterTypes.Node): string {
  const parts: string[] = []
  const open: DefaultTreeAdapterTypes.Node[] = [node]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ('value' in next && next.nodeName === '#text') parts.push(next.value)
    if ('childNodes' in next) for (const child of next.childNodes.toReversed()) open.push(child)
  }
  return parts.join(' ')
}

function toNodes(node: DefaultTreeAdapterTypes.ParentNode, depth: number): HtmlNode[] {
  if (depth > MAX_DEPTH) return [{ type: 'text', text: textBelow(node) }]
  return node.childNodes.flatMap((child): HtmlNode[] => {
    if ('value' in child && child.nodeName === '#text') return [{ type: 'text', text: child.value }]
    if (!('tagName' in child)) return []
    const attributes = Object.fromEntries(child.attrs.map(({ name, value }) => [name, value]))
    return [{ type: 'element', name: child.tagName, attributes, children: toNodes(child, depth + 1) }]
  })
}

/**
 * Parses any text as HTML, as browsers do. Nothing in it is run or loaded.
 * @returns the document, whose child is the `html` element
 * @throws ImportError `too-large` for a page that would fill the memory
 */
export function htmlTree(html: string): HtmlElement {
  return { type: 'element', name: '#document', attributes: {}, children: toNodes(parsed(html), 0) }
}

/** @returns the elements below an element that match, in document order. */
export function elementsBelow(parent: HtmlElement, matches: (element: HtmlElement) => boolean): HtmlElement[] {
  return parent.children.flatMap((child) =>
    child.type === 'text' ? [] : [...(matches(child) ? [child] : []), ...elementsBelow(child, matches)],
  )
}

/** @returns the first element below an element with one of these names. */
export function firstBelow(parent: HtmlElement, ...names: readonly string[]): HtmlElement | undefined {
  for (const child of parent.children) {
    if (child.type === 'text') continue
    const found = names.includes(child.name) ? child : firstBelow(child, ...names)
    if (found !== undefined) return found
  }
  return undefined
}

/** @returns whether an element has one of these classes. */
export function hasClass(element: HtmlElement, ...names: readonly string[]): boolean {
  const classes = (element.attributes['class'] ?? '').split(/\s+/u)
  return names.some((name) => classes.includes(name))
}

/** @returns the outermost elements below an element that match: none of them is inside another. */
export function topmostBelow(parent: HtmlElement, matches: (element: HtmlElement) => boolean): HtmlElement[] {
  return parent.children.flatMap((child) => {
    if (child.type === 'text') return []
    return matches(child) ? [child] : topmostBelow(child, matches)
  })
}

/** @returns the text of a node as one line. */
export function textOf(node: HtmlNode): string {
  return wholeText(node).replaceAll(/\s+/gu, ' ').trim()
}

/** @returns the text of a node with its white space; a newline for each `br`. */
export function wholeText(node: HtmlNode): string {
  return firstText(node, Infinity)
}

/** @returns the beginning of a node's text, for reports. It is short, so that asking for it at every level is cheap. */
export function glimpseOf(node: HtmlNode): string {
  return firstText(node, 240)
}

function firstText(node: HtmlNode, limit: number): string {
  const parts: string[] = []
  const open: HtmlNode[] = [node]
  let length = 0
  for (let next = open.pop(); next !== undefined && length < limit; next = open.pop()) {
    if (next.type === 'text') {
      parts.push(next.text.slice(0, limit))
      length += next.text.length
    } else if (next.name === 'br') parts.push('\n')
    else for (const child of next.children.toReversed()) open.push(child)
  }
  return parts.join('')
}

/** @returns a copy of an element without the elements below it that match. */
export function without(node: HtmlElement, matches: (element: HtmlElement) => boolean): HtmlElement {
  const children = node.children.flatMap((child): HtmlNode[] => {
    if (child.type === 'text') return [child]
    return matches(child) ? [] : [without(child, matches)]
  })
  return { ...node, children }
}
