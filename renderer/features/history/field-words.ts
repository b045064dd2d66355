import type { MessageKey, Translate } from '#core/locale/translate.ts'

/** The details that have a name in the interface: as their fields are called where they are filled in. */
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

/** @returns what a detail of an article is called; its own name where it is one of another program. */
export function fieldName(field: string, t: Translate): string {
  const name = NAMES[field]
  return name === undefined ? field : t(name)
}

/** @returns what a detail held, for a person to read. @param tag the language, for moments */
export function fieldValue(field: string, value: unknown, t: Translate, tag: string): string {
  if (Array.isArray(value)) return value.length === 0 ? t('history.nothing') : value.map(String).join('، ')
  if (value === undefined || value === null || value === '') return t('history.nothing')
  if (field === 'embargo' && typeof value === 'string') {
    return new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(value))
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
