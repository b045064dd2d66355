import type { ElementContent, Properties, RootContent } from 'hast'
import type { Article } from '../../../article/article.ts'
import { x, type Xml, type XmlChild } from '../../xml.ts'
import { bodyTree, type HtmlOptions } from './html.ts'

const XHTML = 'http://www.w3.org/1999/xhtml'

/** The attribute names of hast that differ from those of HTML. */
const NAMES: Readonly<Record<string, string>> = { className: 'class', dateTime: 'datetime', dataDate: 'data-date' }

function attributes(properties: Properties): Record<string, string> {
  const given = Object.entries(properties).flatMap(([key, value]): [string, string][] => {
    if (value === null || value === undefined || value === false) return []
    const text = Array.isArray(value) ? value.join(' ') : String(value)
    // XML readers know `xml:lang`; receivers that copy the elements into HTML need `lang`.
    return key === 'lang'
      ? [
          ['lang', text],
          ['xml:lang', text],
        ]
      : [[NAMES[key] ?? key, text]]
  })
  return Object.fromEntries(given)
}

function toXml(node: RootContent | ElementContent): XmlChild[] {
  if (node.type === 'text') return [node.value]
  if (node.type !== 'element') return []
  return [x(node.tagName, attributes(node.properties), ...node.children.flatMap(toXml))]
}

/** @returns the body as XHTML, for formats that are XML. */
export function bodyXhtml(article: Article, title: string, options: HtmlOptions & { dir: string }): Xml {
  const content = bodyTree(article, options).children.flatMap(toXml)
  const { language } = article.metadata
  return x(
    'html',
    { xmlns: XHTML, lang: language, 'xml:lang': language, dir: options.dir },
    x('head', {}, x('title', {}, title)),
    x('body', {}, ...content),
  )
}
