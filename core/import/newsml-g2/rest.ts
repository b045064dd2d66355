import type { Element } from '@xmldom/xmldom'
import { htmlOfXml } from '../html/from-xml.ts'
import { shownText } from '../html/elements.ts'
import type { Kept } from '../kept.ts'
import type { Losses } from '../losses.ts'
import { elementsOf, textIn } from '../xml.ts'
import { htmlOfData } from './inline-data.ts'

/** What an article has lines for: a second one of them is text that lost its place. */
const LINES = new Set(['headline', 'description', 'by', 'creditline', 'dateline', 'title'])
/** What machines tell one another: each export makes it anew. */
const TECHNICAL = new Set(
  [
    'itemClass versionCreated firstCreated embargoed pubStatus generator profile fileName language urgency',
    'contentCreated contentModified catalogRef catalog hopHistory pubHistory',
  ]
    .join(' ')
    .split(' '),
)

/** What is looked into by itself. */
const CONTAINERS = new Set(['itemMeta', 'contentMeta', 'contentSet', 'rightsInfo'])

/** Our own name stands where a house has not given one. */
const isOurs = (element: Element, words: string): boolean => element.localName === 'provider' && words === 'Midad'

function tellOfField(element: Element, kept: Kept, losses: Losses): void {
  const name = element.localName ?? ''
  const code = element.getAttribute('qcode') ?? ''
  if (TECHNICAL.has(name)) return
  // The names of a media topic are IPTC's: its code, which is kept, says them in every language.
  const isTopic = name === 'subject' && code.startsWith('medtop:')
  const parts = isTopic ? elementsOf(element).filter(({ localName }) => localName !== 'name') : [element]
  const words = parts.map(textIn).join(' ').trim()
  if (isOurs(element, words)) return
  if (words === '' && name === 'subject' && code !== '' && !isTopic) losses.add('fields', `${name}: ${code}`)
  else if (!kept.has(words))
    losses.add(LINES.has(name) ? 'other-text' : 'fields', LINES.has(name) ? words : `${name}: ${words}`)
}

/** Pictures, groups and plans of coverage are items too, and no articles. */
const OTHERS = new Set(['newsCoverageSet', 'groupSet', 'partMeta'])

/** The body in another way, a second one, or one that lies elsewhere. */
function tellOfContent(content: Element, body: Element | null, kept: Kept, losses: Losses): void {
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
 * Tells of every word of an item that is not in the article that it came to.
 * @param body the element that was read as its text
 */
export function tellOfTheRest(item: Element, body: Element | null, kept: Kept, losses: Losses): void {
  for (const name of ['itemMeta', 'contentMeta', 'rightsInfo']) {
    for (const part of elementsOf(item, name)) {
      for (const element of elementsOf(part)) tellOfField(element, kept, losses)
    }
  }
  for (const content of elementsOf(item, 'contentSet')) tellOfContent(content, body, kept, losses)
  for (const element of elementsOf(item)) {
    const name = element.localName ?? ''
    if (OTHERS.has(name)) losses.add('unknown-content', `${name} ${textIn(element)}`)
    else if (!TECHNICAL.has(name) && !CONTAINERS.has(name)) {
      const words = textIn(element)
      if (!kept.has(words)) losses.add('unknown-content', words)
    }
  }
}
