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

/** Deeper than this no page is; what lies deeper is taken as its text. */
const MAX_DEPTH = 200
/** Formatting elements that are never closed are made again in every paragraph: a small page could fill the memory. */
const MAX_NODES = 500_000

/** Parses with a count. @throws ImportError `too-large`. */
function parsed(html: string): DefaultTreeAdapterTypes.Document {
  let count = 0
  return parse(html, {
    // Then the content of `noscript` is text that nobody sees, as in every browser that runs scripts.
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
    if ('childNodes' in next) open.push(...next.childNodes.toReversed())
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
 * Parses HTML as browsers do, whatever it is. Nothing in it is run or loaded.
 * @returns the children of the document: the `html` element
 * @throws ImportError `too-large` for a page that was made to fill the memory
 */
export function htmlTree(html: string): HtmlElement {
  return { type: 'element', name: '#document', attributes: {}, children: toNodes(parsed(html), 0) }
}

/** @returns the elements below an element for which `matches` holds, in the order of the page. */
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

export function hasClass(element: HtmlElement, ...names: readonly string[]): boolean {
  const classes = (element.attributes['class'] ?? '').split(/\s+/u)
  return names.some((name) => classes.includes(name))
}

/** @returns the topmost elements below an element for which `matches` holds: none of them lies within another. */
export function topmostBelow(parent: HtmlElement, matches: (element: HtmlElement) => boolean): HtmlElement[] {
  return parent.children.flatMap((child) => {
    if (child.type === 'text') return []
    return matches(child) ? [child] : topmostBelow(child, matches)
  })
}

/** @returns the words of an element, as one line. */
export function textOf(node: HtmlNode): string {
  return firstText(node, Infinity).replaceAll(/\s+/gu, ' ').trim()
}

/** @returns the first words of an element, for a list of what was found: few enough to be asked for at every level. */
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
    else open.push(...next.children.toReversed())
  }
  return parts.join('')
}

/** @returns an element without the parts below it for which `matches` holds. */
export function without(node: HtmlElement, matches: (element: HtmlElement) => boolean): HtmlElement {
  const children = node.children.flatMap((child): HtmlNode[] => {
    if (child.type === 'text') return [child]
    return matches(child) ? [] : [without(child, matches)]
  })
  return { ...node, children }
}
