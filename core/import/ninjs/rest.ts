import { isFields, type Fields } from '../../article/json.ts'
import { shownText } from '../html/elements.ts'
import { htmlTree } from '../html/tree.ts'
import type { PictureSource } from '../imported.ts'
import { wordsIn, type Kept } from '../kept.ts'
import type { LossCode, Losses } from '../losses.ts'

/** Properties for machines, which each export generates again. */
const TECHNICAL = new Set(
  [
    'uri type mimetype representationtype profile version versioncreated firstcreated contentcreated pubstatus language',
    'charcount wordcount standard urgency embargoed embargoeduntil altids @context priority rel role contenttype name',
    'scheme code sizeinbytes width height duration literal expires trustindicators',
  ]
    .join(' ')
    .split(' '),
)

/** The properties that become lines of the head. A second one is text that the article has no place for. */
const LINES = /^(?:headlines?|descriptions?|description_\w+|bodies|body_\w+|title|by|byline)$/u
/** Properties with named objects, of which only the name matters. */
const NAMED =
  /^(?:subjects?|genres?|infosources|people|persons?|organi[sz]ations?|places?|events?|objects?|located|authors?)$/u

const isTopic = ({ uri }: Fields): boolean => typeof uri === 'string' && /\/mediatopic\/\d{8}$/u.test(uri)

/** @returns the texts in a value, one by one; the visible text of HTML. */
function textsOf(value: unknown, key: string): string[] {
  if (typeof value === 'string') {
    const isHtml = /html/u.test(key) || (LINES.test(key) && /<\/\w+>/u.test(value))
    // Plain text is split into lines, so that one new line does not report all of them.
    const lines = isHtml ? [shownText(htmlTree(value))] : value.split(/\r?\n/u)
    return lines.map((text) => text.trim()).filter((text) => text !== '')
  }
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, key))
  // The name of a media topic follows from its code, which is kept.
  if (!isFields(value) || isTopic(value)) return []
  const isNamed = NAMED.test(key.toLowerCase()) && typeof value['name'] === 'string' && value['name'] !== ''
  return Object.entries(value).flatMap(([name, own]) => {
    if (isNamed || !TECHNICAL.has(name.toLowerCase())) return isNamed && name !== 'name' ? [] : textsOf(own, key)
    // Without a name, the code is the only text.
    return NAMED.test(key.toLowerCase()) && name === 'literal' ? textsOf(own, key) : []
  })
}

type Rest = {
  readonly kept: Kept
  readonly losses: Losses
  /** The body that was read. */
  readonly html: string
  /** Whether Midad wrote it. Then the plain body repeats the HTML one. */
  readonly isOurs: boolean
  readonly pictures: ReadonlyMap<string, PictureSource>
}

function report(code: LossCode, texts: readonly string[], { kept, losses }: Rest, name = ''): void {
  for (const text of texts) {
    // A text without letters and digits says nothing.
    if (wordsIn(text).length > 0 && !kept.has(text)) losses.add(code, name === '' ? text : `${name}: ${text}`)
  }
}

/** @returns whether the body shows one of the files of an association. */
function isPlaced(association: Fields, { html, pictures }: Rest): boolean {
  const files = Array.isArray(association['renditions'])
    ? association['renditions']
    : Object.values(fieldsOf(association['renditions']))
  const hrefs = files.flatMap((each) => (isFields(each) && typeof each['href'] === 'string' ? [each['href']] : []))
  const paths = new Set([...pictures.values()].flatMap((source) => (source.kind === 'file' ? [source.path] : [])))
  return hrefs.some(
    (href) => href !== '' && (html.includes(href) || paths.has(href.replace(/^cid:([^@]+)@images$/u, 'images/$1'))),
  )
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

/** Reports an association: a picture that the text does not show, or another item. */
function reportAssociation(association: Fields, rest: Rest): void {
  const { renditions, ...own } = association
  const texts = Object.entries(own).flatMap(([key, value]) =>
    TECHNICAL.has(key.toLowerCase()) ? [] : textsOf(value, key.toLowerCase()),
  )
  if (!isPlaced(association, rest)) {
    const isPicture = /picture|graphic|image/u.test(textsOf(association['type'], 'type')[0] ?? 'picture')
    const [href] = textsOf(renditions, 'renditions')
    rest.losses.add(
      isPicture ? 'picture-not-here' : 'other-items',
      texts[0] ?? href ?? textsOf(association['uri'], 'uri')[0] ?? '',
    )
  }
  report('other-text', texts, rest)
}

/** Reports every word of an item that is not in its article. */
export function reportUnread(json: unknown, rest: Rest): void {
  for (const [key, value] of Object.entries(fieldsOf(json))) {
    const name = key.toLowerCase()
    if (name === 'associations') {
      const all = Array.isArray(value) ? value : Object.values(fieldsOf(value))
      for (const each of all) if (isFields(each)) reportAssociation(each, rest)
    } else if (!TECHNICAL.has(name)) {
      const isAgain = (each: unknown): boolean =>
        isFields(each) && (each['value'] === rest.html || (rest.isOurs && each['role'] === 'plain'))
      const all = Array.isArray(value) && name === 'bodies' ? value.filter((each) => !isAgain(each)) : value
      // The reader of the body has reported what it lost.
      const own = all === rest.html ? [] : all
      const isLine = LINES.test(name)
      report(isLine ? 'other-text' : 'fields', textsOf(own, name), rest, isLine ? '' : key)
    }
  }
}
