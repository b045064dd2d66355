import { isFields, type Fields } from '../../article/json.ts'
import { shownText } from '../html/elements.ts'
import { htmlTree } from '../html/tree.ts'
import type { PictureSource } from '../imported.ts'
import { wordsIn, type Kept } from '../kept.ts'
import type { LossCode, Losses } from '../losses.ts'

/** What machines tell one another: nobody reads it, and each export makes it anew. */
const TECHNICAL = new Set(
  [
    'uri type mimetype representationtype profile version versioncreated firstcreated contentcreated pubstatus language',
    'charcount wordcount standard urgency embargoed embargoeduntil altids @context priority rel role contenttype name',
    'scheme code sizeinbytes width height duration literal expires trustindicators',
  ]
    .join(' ')
    .split(' '),
)

/** What an article has lines for: a second one of them is text that lost its place. */
const LINES = /^(?:headlines?|descriptions?|description_\w+|bodies|body_\w+|title|by|byline)$/u
/** The words of what an item names: here its name says everything. */
const NAMED =
  /^(?:subjects?|genres?|infosources|people|persons?|organi[sz]ations?|places?|events?|objects?|located|authors?)$/u

const isTopic = ({ uri }: Fields): boolean => typeof uri === 'string' && /\/mediatopic\/\d{8}$/u.test(uri)

/** @returns the texts in a value, each by itself; of HTML what it shows. */
function textsOf(value: unknown, key: string): string[] {
  if (typeof value === 'string') {
    const isHtml = /html/u.test(key) || (LINES.test(key) && /<\/\w+>/u.test(value))
    // Of a plain text the lines, so that one that is new does not make all of it so.
    const lines = isHtml ? [shownText(htmlTree(value))] : value.split(/\r?\n/u)
    return lines.map((text) => text.trim()).filter((text) => text !== '')
  }
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, key))
  // The name of a media topic is IPTC's: its code, which is kept, says it in every language.
  if (!isFields(value) || isTopic(value)) return []
  const isNamed = NAMED.test(key.toLowerCase()) && typeof value['name'] === 'string' && value['name'] !== ''
  return Object.entries(value).flatMap(([name, own]) => {
    if (isNamed || !TECHNICAL.has(name.toLowerCase())) return isNamed && name !== 'name' ? [] : textsOf(own, key)
    // Where nothing has a name, the code is all that there is.
    return NAMED.test(key.toLowerCase()) && name === 'literal' ? textsOf(own, key) : []
  })
}

type Rest = {
  readonly kept: Kept
  readonly losses: Losses
  /** The body that was read. */
  readonly html: string
  /** Midad wrote it, and its plain body is the other one again, with the names of its parts. */
  readonly isOurs: boolean
  readonly pictures: ReadonlyMap<string, PictureSource>
}

function tell(code: LossCode, texts: readonly string[], { kept, losses }: Rest, name = ''): void {
  for (const text of texts) {
    // What has no letter, as an address of a rendition that is a bare code, is told whole.
    if (wordsIn(text).length > 0 && !kept.has(text)) losses.add(code, name === '' ? text : `${name}: ${text}`)
  }
}

/** @returns whether one of the files of an association stands in the body. */
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

/** What goes with an item: a picture that stands nowhere in its text, or another item altogether. */
function tellOfAssociation(association: Fields, rest: Rest): void {
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
  tell('other-text', texts, rest)
}

/** Tells of every word of an item that is not in the article that it came to. */
export function tellOfTheRest(json: unknown, rest: Rest): void {
  for (const [key, value] of Object.entries(fieldsOf(json))) {
    const name = key.toLowerCase()
    if (name === 'associations') {
      const all = Array.isArray(value) ? value : Object.values(fieldsOf(value))
      for (const each of all) if (isFields(each)) tellOfAssociation(each, rest)
    } else if (!TECHNICAL.has(name)) {
      const isAgain = (each: unknown): boolean =>
        isFields(each) && (each['value'] === rest.html || (rest.isOurs && each['role'] === 'plain'))
      const all = Array.isArray(value) && name === 'bodies' ? value.filter((each) => !isAgain(each)) : value
      // The body that was read has told of its own words.
      const own = all === rest.html ? [] : all
      const isLine = LINES.test(name)
      tell(isLine ? 'other-text' : 'fields', textsOf(own, name), rest, isLine ? '' : key)
    }
  }
}
