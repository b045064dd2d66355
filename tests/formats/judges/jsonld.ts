import { isFields, type Fields } from '#core/article/json.ts'

const MOMENT = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/u

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

/** @returns what is wrong with a NewsArticle: types and fields that search engines require of it and its pictures. */
export function jsonLdErrors(text: string): string[] {
  const value: unknown = JSON.parse(text)
  if (!isFields(value)) return ['jsonld: no object']
  const date = value['datePublished']
  return [
    ...(value['@context'] === 'https://schema.org' ? [] : ['jsonld: not of schema.org']),
    ...required(value, 'NewsArticle', ['@id', 'headline', 'inLanguage', 'articleBody']),
    ...objects(value['image']).flatMap((image) =>
      required(image, 'ImageObject', ['contentUrl', 'encodingFormat', 'width', 'height']),
    ),
    ...objects(value['author']).flatMap((author) => required(author, 'Person', ['name'])),
    ...objects(value['publisher']).flatMap((publisher) => required(publisher, 'NewsMediaOrganization', ['name'])),
    ...objects(value['correction']).flatMap((each) => required(each, 'CorrectionComment', ['text'])),
    ...(date === undefined || (typeof date === 'string' && MOMENT.test(date)) ? [] : ['jsonld: datePublished']),
  ]
}
