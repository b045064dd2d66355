import { isFields, type Fields } from '#core/article/json.ts'

/** ISO 8601 with a time zone: without one, Google takes the time to be that of its own machines. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u
/** Smaller pictures are not shown, in pixels of both sides multiplied. */
const LEAST_PIXELS = 50_000

function required(value: Fields, type: string, names: readonly string[]): string[] {
  return [
    ...(value['@type'] === type ? [] : [`jsonld: no ${type}`]),
    ...names
      .filter((name) => value[name] === undefined || value[name] === '')
      .map((name) => `jsonld: ${type} without ${name}`),
  ]
}

const objects = (value: unknown): Fields[] =>
  Array.isArray(value) ? value.filter(isFields) : isFields(value) ? [value] : []

function dateErrors(value: Fields): string[] {
  const { datePublished: published, dateModified: modified } = value
  const wrong = Object.entries({ datePublished: published, dateModified: modified }).filter(
    ([, date]) => typeof date !== 'string' || !MOMENT.test(date),
  )
  if (wrong.length > 0) return wrong.map(([name]) => `jsonld: ${name}`)
  const isOrdered = Date.parse(String(modified)) >= Date.parse(String(published))
  return isOrdered ? [] : ['jsonld: changed before it was published']
}

function imageErrors(image: Fields): string[] {
  const pixels = Number(image['width']) * Number(image['height'])
  return [
    ...required(image, 'ImageObject', ['url', 'contentUrl', 'encodingFormat', 'width', 'height']),
    ...(pixels >= LEAST_PIXELS ? [] : [`jsonld: a picture of ${pixels} pixels`]),
  ]
}

/** A name is the name alone: Google asks for no words before it. */
function authorErrors(author: Fields): string[] {
  const name = typeof author['name'] === 'string' ? author['name'] : ''
  return [
    ...required(author, 'Person', ['name']),
    ...(/^(?:by|كتب|كتبت|بقلم)[\s:]/iu.test(name) ? [`jsonld: author ${name}`] : []),
  ]
}

function publisherErrors(publisher: Fields): string[] {
  const logos = objects(publisher['logo'])
  return [
    ...required(publisher, 'NewsMediaOrganization', ['name']),
    ...logos.flatMap((logo) => required(logo, 'ImageObject', ['url'])),
    ...logos
      .filter(({ url }) => typeof url !== 'string' || !/^https?:\/\//u.test(url))
      .map(({ url }) => `jsonld: logo ${String(url)}`),
  ]
}

/**
 * @returns what is wrong with a NewsArticle: its types, and what Google's documentation of the structured data of
 *   articles asks of it, of its pictures, authors and publisher.
 */
export function jsonLdErrors(text: string): string[] {
  const value: unknown = JSON.parse(text)
  if (!isFields(value)) return ['jsonld: no object']
  const pages = objects(value['mainEntityOfPage'])
  return [
    ...(value['@context'] === 'https://schema.org' ? [] : ['jsonld: not of schema.org']),
    ...required(value, 'NewsArticle', ['@id', 'headline', 'inLanguage', 'articleBody', 'mainEntityOfPage']),
    ...pages.flatMap((page) => required(page, 'WebPage', ['@id'])),
    ...dateErrors(value),
    ...objects(value['image']).flatMap(imageErrors),
    ...objects(value['author']).flatMap(authorErrors),
    ...objects(value['publisher']).flatMap(publisherErrors),
    ...objects(value['correction']).flatMap((each) => required(each, 'CorrectionComment', ['text'])),
  ]
}
