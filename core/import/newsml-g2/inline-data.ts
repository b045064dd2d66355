import type { Element } from '@xmldom/xmldom'
import { htmlTree, type HtmlElement } from '../html/tree.ts'

/** @returns the content of `inlineData` as HTML: HTML as it is, and plain text as its lines. */
export function htmlOfData(data: Element): HtmlElement {
  const words = data.textContent ?? ''
  if (/html/u.test(data.getAttribute('contenttype') ?? '')) return htmlTree(words)
  const lines = words.split(/\r?\n/u).map((text): HtmlElement => ({
    ...{ type: 'element', name: 'p', attributes: {} },
    children: [{ type: 'text', text }],
  }))
  return { type: 'element', name: 'body', attributes: {}, children: lines }
}
