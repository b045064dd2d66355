import type { MessageKey, Translate } from '#core/locale/translate.ts'

/** Metadata fields and the labels that the forms use for them. */
const NAMES: Readonly<Record<string, MessageKey>> = {
  kind: 'history.field-kind',
  slug: 'writing.slug',
  section: 'writing.section',
  keywords: 'writing.keywords',
  mediaTopics: 'history.field-mediaTopics',
  urgency: 'writing.urgency',
  embargo: 'writing.embargo',
  place: 'writing.place',
  sources: 'history.field-sources',
  seoTitle: 'writing.seoTitle',
  seoDescription: 'writing.seoDescription',
  language: 'history.field-language',
}

/** @returns the label of a metadata field; the field's own name where it comes from another program. */
export function fieldName(field: string, t: Translate): string {
  const name = NAMES[field]
  return name === undefined ? field : t(name)
}

/** @returns the value of a metadata field for a person to read. @param tag the language of dates */
export function fieldValue(field: string, value: unknown, t: Translate, tag: string): string {
  if (Array.isArray(value)) return value.length === 0 ? t('history.nothing') : value.map(String).join('، ')
  if (value === undefined || value === null || value === '') return t('history.nothing')
  if (field === 'embargo' && typeof value === 'string') {
    return new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value))
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
