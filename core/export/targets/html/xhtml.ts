import type { ElementContent, Properties, RootContent } from 'hast'
import type { Article } from '../../../article/article.ts'
import { x, type Xml, type XmlAttributes, type XmlChild } from '../../xml.ts'
import { xhtmlField } from './fields.ts'
import { bodyTree, type HtmlOptions } from './html.ts'

const XHTML = 'http://www.w3.org/1999/xhtml'

/** The attribute names of hast that differ from those of HTML. */
const NAMES: Readonly<Record<string, string>> = { className: 'class', dateTime: 'datetime', dataDate: 'data-date' }

function languages(language: string) {
  const tag = xhtmlField('lang', language)
  return { lang: tag, 'xml:lang': tag }
}

function attribute(key: string, text: string): XmlAttributes {
  // XML readers know `xml:lang`; receivers that copy the elements into HTML need `lang`.
  if (key === 'lang') return languages(text)
  if (key === 'href' || key === 'src') return { [key]: xhtmlField(key, text) }
  return { [NAMES[key] ?? key]: text }
}

function attributes(properties: Properties): XmlAttributes {
  const all: XmlAttributes = {}
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue
    Object.assign(all, attribute(key, Array.isArray(value) ? value.join(' ') : String(value)))
  }
  return all
}

function toXml(node: RootContent | ElementContent): XmlChild[] {
  if (node.type === 'text') return [xhtmlField('text', node.value)]
  if (node.type !== 'element') return []
  return [x(node.tagName, attributes(node.properties), node.children.flatMap(toXml))]
}

/** @returns the body as XHTML, for formats that are XML. */
export function bodyXhtml(article: Article, title: string, options: HtmlOptions & { dir: string }): Xml {
  const content = bodyTree(article, options).children.flatMap(toXml)
  const { language } = article.metadata
  return x(
    'html',
    { xmlns: XHTML, ...languages(language), dir: options.dir },
    x('head', {}, x('title', {}, xhtmlField('title', title))),
    x('body', {}, content),
  )
}
