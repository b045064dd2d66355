import { objectsOf } from '../../fields/object.ts'

/** The properties of a ninjs item. Those that hold words are plain text; receivers compare a `name`. */
export const NINJS_ITEM = {
  uri: 'code',
  standard: 'object',
  type: 'code',
  representationType: 'code',
  version: 'code',
  versionCreated: 'code',
  pubStatus: 'code',
  language: 'language',
  urgency: 'number',
  embargoedUntil: 'code',
  title: 'text',
  edNote: 'text',
  by: 'text',
  located: 'text',
  copyrightNotice: 'text',
  usageTerms: 'text',
  slugline: 'name',
  copyrightHolder: 'name',
  headlines: 'object',
  descriptions: 'object',
  bodies: 'object',
  subjects: 'object',
  genres: 'object',
  infoSources: 'object',
  associations: 'object',
} as const
export const NINJS_STANDARD = { name: 'code', version: 'code', schema: 'code' } as const
/** Headlines, descriptions and bodies state their media type themselves. */
export const NINJS_PLAIN = {
  role: 'code',
  contentType: 'code',
  charCount: 'number',
  wordCount: 'number',
  value: 'text',
} as const
export const NINJS_HTML = { ...NINJS_PLAIN, value: 'html' } as const
/** A subject, a genre or a source. */
export const NINJS_NAMED = { name: 'name', literal: 'name', uri: 'code', rel: 'code', role: 'code' } as const
export const NINJS_PICTURE = {
  name: 'code',
  rel: 'code',
  uri: 'code',
  type: 'code',
  language: 'language',
  contentCreated: 'code',
  by: 'text',
  descriptions: 'object',
  renditions: 'object',
} as const
export const NINJS_RENDITION = {
  name: 'code',
  href: 'url',
  contentType: 'code',
  title: 'name',
  width: 'number',
  height: 'number',
  sizeInBytes: 'number',
} as const

/** The writers of the objects of ninjs. */
export const ninjs = {
  item: objectsOf(NINJS_ITEM),
  standard: objectsOf(NINJS_STANDARD),
  plain: objectsOf(NINJS_PLAIN),
  html: objectsOf(NINJS_HTML),
  named: objectsOf(NINJS_NAMED),
  picture: objectsOf(NINJS_PICTURE),
  rendition: objectsOf(NINJS_RENDITION),
}
