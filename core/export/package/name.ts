import type { Article } from '../../article/article.ts'
import { sha256Hex } from '../../article/canonical.ts'
import { headText } from '../../article/plain-text.ts'
import { utf8ToBytes } from '@noble/hashes/utils.js'

const MAX_CHARACTERS = 60
/** Most file systems stop at 255 bytes; the id, the version and `.zip` need the rest. */
const MAX_BYTES = 200

/** Cuts between words, for half a word misleads. A single word that is too long is cut anywhere. */
function cut(slug: string): string {
  const characters = Array.from(slug)
  let length = Math.min(characters.length, MAX_CHARACTERS)
  while (utf8ToBytes(characters.slice(0, length).join('')).length > MAX_BYTES) length -= 1
  if (length === characters.length) return slug
  const head = characters.slice(0, length).join('')
  const end = characters[length] === '-' ? head.length : head.lastIndexOf('-')
  return end > 0 ? head.slice(0, end) : head
}

/**
 * Makes a file name that is safe on every system. Letters of every script and digits stay. Harakat, tatweel, controls
 * and bidi marks are removed. Every run of other characters becomes one hyphen.
 * @returns at most 60 characters; `article` when nothing is left.
 */
export function fileSlug(text: string): string {
  const slug = text
    .normalize('NFC')
    .replaceAll(/\u0640|[\u064B-\u065F]|\u0670|\p{Cf}|(?!\s)\p{Cc}/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
    .toLowerCase()
  return cut(slug) || 'article'
}

/** Eight characters that distinguish articles with the same slug. */
function shortId(id: string): string {
  const safe = id.toLowerCase().replaceAll(/[^0-9a-z]/gu, '')
  return safe.length >= 8 ? safe.slice(0, 8) : sha256Hex(utf8ToBytes(id)).slice(0, 8)
}

/** @returns `<slug>-<id8>-v<N>`: the bag's top folder, and the name of the zip without `.zip`. */
export function packageName(article: Article, version: number): string {
  const slug = fileSlug(article.metadata.slug.trim() || headText(article, 'headline'))
  return `${slug}-${shortId(article.id)}-v${version}`
}

/** @returns the name of the list of a delivery of several packages. @param sha256 of the list */
export function deliveryListName(sha256: string): string {
  return `midad-delivery-${sha256.slice(0, 12)}.json`
}

/** What `packageName` ends in, and what is added to it: the number of a copy, and the extension. */
const PACKAGE = /-[0-9a-z]{8}-v\d+(?:-\d+)?(?:\.[0-9a-z]+)*$/u
const LIST = /^midad-delivery-[0-9a-f]{12}\.json$/u

/** @returns whether a file or folder has the name of one that an export or a delivery wrote. */
export function isExportName(name: string): boolean {
  return PACKAGE.test(name) || LIST.test(name)
}
