import type { Element } from '@xmldom/xmldom'
import { htmlOfXml } from '../html/from-xml.ts'
import { shownText } from '../html/elements.ts'
import type { Kept } from '../kept.ts'
import type { Losses } from '../losses.ts'
import { elementsOf, textIn } from '../xml.ts'
import { htmlOfData } from './inline-data.ts'

/** The properties that become lines of the head. A second one is text that the article has no place for. */
const LINES = new Set(['headline', 'description', 'by', 'creditline', 'dateline', 'title'])
/** Properties for machines, which each export generates again. */
const TECHNICAL = new Set(
  [
    'itemClass versionCreated firstCreated embargoed pubStatus generator profile fileName language urgency',
    'contentCreated contentModified catalogRef catalog hopHistory pubHistory',
  ]
    .join(' ')
    .split(' '),
)

/** The properties that are examined separately. */
const CONTAINERS = new Set(['itemMeta', 'contentMeta', 'contentSet', 'rightsInfo'])

/** The provider that Midad writes if the house has no name. */
const isOurs = (element: Element, words: string): boolean => element.localName === 'provider' && words === 'Midad'

function reportField(element: Element, kept: Kept, losses: Losses): void {
  const name = element.localName ?? ''
  const code = element.getAttribute('qcode') ?? ''
  if (TECHNICAL.has(name)) return
  // The names of a media topic follow from its code, which is kept.
  const isTopic = name === 'subject' && code.startsWith('medtop:')
  const parts = isTopic ? elementsOf(element).filter(({ localName }) => localName !== 'name') : [element]
  const words = parts.map(textIn).join(' ').trim()
  if (isOurs(element, words)) return
  if (words === '' && name === 'subject' && code !== '' && !isTopic) losses.add('fields', `${name}: ${code}`)
  else if (!kept.has(words))
    losses.add(LINES.has(name) ? 'other-text' : 'fields', LINES.has(name) ? words : `${name}: ${words}`)
}

/** Parts of packages, of coverage plans and of other items, which are no articles. */
const OTHERS = new Set(['newsCoverageSet', 'groupSet', 'partMeta'])

/** Reports other renditions of the body, further bodies, and remote ones. */
function reportContent(content: Element, body: Element | null, kept: Kept, losses: Losses): void {
  for (const part of elementsOf(content)) {
    if (part.localName === 'remoteContent') {
      losses.add('other-items', part.getAttribute('href') ?? part.getAttribute('residref') ?? '')
      continue
    }
    const isXml = part.localName === 'inlineXML'
    const pages = isXml ? elementsOf(part).map((element) => ({ element, html: htmlOfXml(element) })) : []
    const data = isXml ? [] : [{ element: part, html: htmlOfData(part) }]
    for (const { element, html } of [...pages, ...data]) {
      const words = element === body ? '' : shownText(html)
      if (!kept.has(words)) losses.add('other-text', words)
    }
  }
}

/**
 * Reports every word of an item that is not in its article.
 * @param body the element that was read as the body
 */
export function reportUnread(item: Element, body: Element | null, kept: Kept, losses: Losses): void {
  for (const name of ['itemMeta', 'contentMeta', 'rightsInfo']) {
    for (const part of elementsOf(item, name)) {
      for (const element of elementsOf(part)) reportField(element, kept, losses)
    }
  }
  for (const content of elementsOf(item, 'contentSet')) reportContent(content, body, kept, losses)
  for (const element of elementsOf(item)) {
    const name = element.localName ?? ''
    if (OTHERS.has(name)) losses.add('unknown-content', `${name} ${textIn(element)}`)
    else if (!TECHNICAL.has(name) && !CONTAINERS.has(name)) {
      const words = textIn(element)
      if (!kept.has(words)) losses.add('unknown-content', words)
    }
  }
}
