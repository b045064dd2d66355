import { DOMParser, type Element, type Node } from '@xmldom/xmldom'
import { toHtml } from 'hast-util-to-html'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toHast } from 'mdast-util-to-hast'
import { gfmTable } from 'micromark-extension-gfm-table'
import { parse, type DefaultTreeAdapterTypes } from 'parse5'
import { parse as parseYaml } from 'yaml'
import type { FormatId } from '#core/export/formats.ts'
import type { Sort } from '#core/export/fields/sorts.ts'

/** The elements and attributes of a page, and the text of each element. */
type Page = { texts: string[]; elements: string[]; attributes: string[] }

/** Reads HTML as a browser does. */
export function readHtml(html: string): Page {
  const page: Page = { texts: [], elements: [], attributes: [] }
  const read = (node: DefaultTreeAdapterTypes.Node): string => {
    if (node.nodeName === '#text' && 'value' in node) return node.value
    if (node.nodeName === 'br') return '\n'
    const text = 'childNodes' in node ? node.childNodes.map(read).join('') : ''
    page.texts.push(text)
    if ('attrs' in node) {
      page.elements.push(node.tagName)
      for (const { name, value } of node.attrs) {
        page.attributes.push(name)
        page.texts.push(value)
      }
    }
    return text
  }
  read(parse(html))
  return page
}

/** @returns the words that a receiver shows of an HTML field. */
export const shownIn = (html: string): string => readHtml(html).texts.at(-1) ?? ''

/** The sorts of fields that hold words. */
type WordSort = Exclude<Sort, 'url' | 'link' | 'srcset' | 'language' | 'code'>

/** How a receiver reads a field of each sort. */
export const FIELD_READERS: Readonly<Record<WordSort, (encoded: string) => string>> = {
  text: (encoded) => encoded,
  name: (encoded) => encoded,
  run: (encoded) => encoded,
  html: shownIn,
  wordpress: shownIn,
  wordpressName: shownIn,
}

/** @returns whether a field holds words; others hold addresses or codes. */
export function isWordSort(sort: Sort | 'number' | 'object'): sort is WordSort {
  return Object.hasOwn(FIELD_READERS, sort)
}

function readXml(xml: string): string[] {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement
  const textOf = (node: Node): string => {
    // Word has elements for a tab and a line end.
    if (node.nodeName === 'w:br' || node.nodeName === 'w:tab') return ' '
    return node.hasChildNodes() ? Array.from(node.childNodes).map(textOf).join('') : (node.nodeValue ?? '')
  }
  const read = (element: Element): string[] => [
    textOf(element),
    ...Array.from(element.attributes, ({ value }) => value),
    ...Array.from(element.childNodes).flatMap((node) => (node.nodeType === 1 ? read(node as Element) : [])),
  ]
  return root === null ? [] : read(root)
}

/** @returns every text in a value of JSON. */
export function readJson(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(readJson) : []
}

/** @returns the addresses of a tree as they were written: HTML has them percent-encoded. */
function addressesIn(node: Nodes): string[] {
  const own = node.type === 'link' ? [node.url] : []
  return 'children' in node ? [...own, ...node.children.flatMap(addressesIn)] : own
}

function readMarkdown(markdown: string): string[] {
  const [, yaml = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(markdown) ?? []
  const tree = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
  const page = toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true })
  return [...readJson(parseYaml(yaml)), ...addressesIn(tree), ...readHtml(page).texts]
}

/** @returns the texts of HTML among others: what a receiver of HTML makes of each. */
const alsoAsHtml = (texts: readonly string[]): string[] => texts.flatMap((text) => readHtml(text).texts)

/** Reads the texts of a file of each format by a parser of that format. */
export const FILE_READERS: Readonly<Record<FormatId, (text: string) => string[]>> = {
  html: (text) => readHtml(text).texts,
  pdf: (text) => readHtml(text).texts,
  docx: readXml,
  icml: readXml,
  markdown: readMarkdown,
  text: (text) => [text],
  'newsml-g2': readXml,
  ninjs: (text) => {
    const texts = readJson(JSON.parse(text))
    return [...texts, ...alsoAsHtml(texts.filter((each) => /^<\w/u.test(each)))]
  },
  jsonld: (text) => readJson(JSON.parse(text)),
  wxr: (text) => alsoAsHtml(readXml(text)),
  rss: (text) => {
    const texts = readXml(text)
    return [...texts, ...alsoAsHtml(texts)]
  },
}

/** @returns what is no element of ours: of the markup in hostile words, what a browser made an element or a script of. */
export function strangersIn(html: string): string[] {
  const { elements, attributes } = readHtml(html)
  const scripts = attributes.filter((name) => name.startsWith('on'))
  return [...elements.filter((name) => ['b', 'script', 'i', 'svg', 'iframe'].includes(name)), ...scripts]
}
