import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Article } from '../../../article/article.ts'
import { sha256Hex } from '../../../article/canonical.ts'
import { headText } from '../../../article/plain-text.ts'

/** An author as WordPress's importer knows one. */
type WxrAuthor = { readonly login: string; readonly name: string }

/**
 * WordPress drops every letter of a login that is not Latin, so the login is made from the name: the same name always
 * gets the same one.
 * @returns null for an article without a byline: nobody knows who wrote it.
 */
export function authorOf(article: Article): WxrAuthor | null {
  const name = headText(article, 'byline').trim()
  return name === '' ? null : { login: `midad-${sha256Hex(utf8ToBytes(name)).slice(0, 12)}`, name }
}
