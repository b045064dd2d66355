import type { Direction } from '../../article/block.ts'
import { partsOf } from '../../text/isolates.ts'
import { elementsBelow, firstBelow, hasClass, textOf, type HtmlElement, type HtmlNode } from '../html/tree.ts'

/** Makes an element of one that Midad wrote for WordPress's editor. Its children have been converted already. */
type Convert = (node: HtmlElement) => HtmlElement

const named = (name: string, className: string, children: HtmlNode[], dir = ''): HtmlElement => ({
  ...{ type: 'element', name, children },
  attributes: { ...(className === '' ? {} : { class: className }), ...(dir === '' ? {} : { dir }) },
})

const isLine = (node: HtmlNode): node is HtmlElement =>
  node.type === 'element' && node.name === 'span' && 'lang' in node.attributes

const isElement = (node: HtmlNode, name: string): node is HtmlElement => node.type === 'element' && node.name === name

/** @returns the direction of an element, or of the first line in it: WordPress's containers have none of their own. */
function firstDirection(node: HtmlElement): string {
  const [first] = elementsBelow(node, ({ name, attributes }) => name !== 'bdi' && 'dir' in attributes)
  return node.attributes['dir'] ?? first?.attributes['dir'] ?? ''
}

const container =
  (name: string, className: string): Convert =>
  (node) =>
    named(name, className, node.children, firstDirection(node))

const line =
  (className: string): Convert =>
  (node) =>
    named('p', className, node.children, firstDirection(node))

/** The caption, and the credit after a dash that was put between them. */
function figcaption(node: HtmlElement): HtmlElement {
  const lines = node.children
    .filter(isLine)
    .map((each) =>
      named('p', hasClass(each, 'midad-credit') ? 'credit' : 'caption', each.children, each.attributes['dir']),
    )
  return lines.length === 0 ? node : named('figcaption', '', lines)
}

/** The heading was made from the page's words and the date. */
function correction(node: HtmlElement): HtmlElement {
  const [head, ...rest] = node.children
  const words = head !== undefined && isElement(head, 'strong') ? rest : node.children
  return named('aside', 'correction', [named('p', '', words)], firstDirection(node))
}

function embed(node: HtmlElement): HtmlElement {
  const link = firstBelow(node, 'a')
  const url = link?.attributes['href'] ?? ''
  const words = link === undefined || textOf(link) === url ? [] : [named('figcaption', '', link.children)]
  const address: HtmlElement = { ...named('a', '', [{ type: 'text', text: url }]), attributes: { href: url } }
  return named('figure', 'embed', [named('p', '', [address]), ...words], node.attributes['dir'])
}

function factbox(node: HtmlElement): HtmlElement {
  const title = node.children.findIndex((child) => child.type === 'element')
  const children = node.children.map((child, index) =>
    index === title && isElement(child, 'h3')
      ? { ...child, attributes: { ...child.attributes, class: 'factbox-title' } }
      : child,
  )
  return named('aside', 'factbox', children, firstDirection(node))
}

/** The halves stand on lines of their own. */
function verse(node: HtmlElement): HtmlElement {
  const halves = node.children
    .filter(isLine)
    .map((half) => named('p', 'hemistich', half.children, half.attributes['dir']))
  return named('div', 'verse', halves, firstDirection(node))
}

function figure(node: HtmlElement): HtmlElement {
  return named('figure', '', node.children, firstDirection(node))
}

/** A picture that was left out: its words stand in a paragraph. */
function bareFigure(node: HtmlElement): HtmlElement {
  return named('figure', '', [figcaption(node)], node.attributes['dir'])
}

/** By class, the first that matches. */
const CONVERTS: readonly (readonly [className: string, convert: Convert])[] = [
  ['midad-kicker', line('kicker')],
  ['midad-byline', line('byline')],
  ['midad-dateline', line('dateline')],
  ['midad-caption', bareFigure],
  ['midad-correction', correction],
  ['midad-embed', embed],
  ['midad-factbox', factbox],
  ['midad-related', (node) => named('aside', 'related', [named('ul', '', node.children)], firstDirection(node))],
  ['wp-block-verse', verse],
  ['wp-block-gallery', container('div', 'gallery')],
  ['wp-block-image', figure],
  ['wp-block-quote', container('blockquote', '')],
  [
    'wp-block-pullquote',
    (node) => named('aside', 'pullquote', firstBelow(node, 'p')?.children ?? [], firstDirection(node)),
  ],
  ['wp-block-table', (node) => ({ ...(firstBelow(node, 'table') ?? node), attributes: { dir: firstDirection(node) } })],
]

/** The elements whose one line has a span for its direction and its language. */
const LINES = new Set(['p', 'h2', 'h3', 'li', 'td', 'th', 'cite'])

/** Moves the direction of a line from its span to its element. */
function withoutSpan(node: HtmlElement): HtmlElement {
  const span = node.children.find(isLine)
  if (!LINES.has(node.name) || span === undefined || hasClass(node, 'midad-caption')) return node
  const children = node.children.flatMap((child) => (isLine(child) ? child.children : [child]))
  const dir = span.attributes['dir'] ?? ''
  return { ...node, attributes: { ...node.attributes, dir }, children }
}

/** @returns whether an isolate is one that is set by rule, and so is set again when the text is written. */
function isByRule(span: HtmlElement, dir: Direction): boolean {
  const parts = partsOf(textOf(span), dir)
  return parts.length === 1 && parts[0]?.isIsolate === true
}

/** A `bdi` without a direction, like a `bdo`, is by rule. */
function isolate(node: HtmlElement): HtmlElement {
  if (node.name === 'bdo') return named('bdi', '', node.children)
  const isOne = node.name === 'span' && node.attributes['dir'] === 'ltr' && !('lang' in node.attributes)
  if (!isOne) return node
  return named('bdi', '', node.children, isByRule(node, 'rtl') ? '' : 'ltr')
}

/**
 * Converts the markup that Midad writes for WordPress's editor into that of its pages, which the HTML reader knows.
 * @param node the tree of the content of a post that Midad wrote
 */
export function ownBlocks(node: HtmlElement): HtmlElement {
  const children = node.children.map((child) => (child.type === 'text' ? child : ownBlocks(child)))
  const whole = withoutSpan(isolate({ ...node, children }))
  const convert = CONVERTS.find(([className]) => hasClass(whole, className))?.[1]
  if (convert !== undefined) return convert(whole)
  return whole.name === 'figcaption' ? figcaption(whole) : withListDirection(whole)
}

function withListDirection(node: HtmlElement): HtmlElement {
  const isList = node.name === 'ul' || node.name === 'ol'
  return isList ? { ...node, attributes: { ...node.attributes, dir: firstDirection(node) } } : node
}
