import { encoderOf } from '../../fields/encode.ts'

/** The fields of the YAML head and of pictures, which generators of sites show as plain text; and addresses. */
export const MARKDOWN_FIELDS = {
  title: 'text',
  seoTitle: 'text',
  seoDescription: 'text',
  copyright: 'text',
  alt: 'text',
  id: 'code',
  status: 'code',
  language: 'language',
  dir: 'code',
  kind: 'name',
  slug: 'name',
  section: 'name',
  keywords: 'name',
  mediaTopics: 'name',
  place: 'name',
  sources: 'name',
  provider: 'name',
  embargo: 'code',
  href: 'link',
  src: 'url',
} as const

/** Encodes the fields of the YAML head and of pictures. */
export const markdownField = encoderOf(MARKDOWN_FIELDS)
