import type { Direction } from '../../../article/block.ts'
import { encode } from '../../fields/encode.ts'
import type { LanguageTag } from '../../fields/sorts.ts'

/** Gives the address of a picture in the output: a relative path, a `cid:` or a `data:` URL; null if it is not there. */
export type ImageUrl = (hash: string) => string | null

/** A smaller copy of a picture, for small screens. `width` is in pixels. */
export type SmallerImage = { readonly url: string; readonly width: number }

/** What every handler knows besides its block. */
export type HtmlContext = {
  readonly images: ImageUrl
  /** The smaller copies of a picture, if there are any. */
  readonly smaller?: ((hash: string) => readonly SmallerImage[]) | undefined
  /** The digits of dates on the page; 0-9 by default. */
  readonly digits?: 'latn' | 'arab' | undefined
  /** The article's BCP 47 tag. */
  readonly language: string
}

/** The scripts that run right to left, by the first part of a BCP 47 tag. */
const RTL_LANGUAGES = new Set(['ar', 'fa', 'ur', 'ckb', 'ps', 'he', 'yi', 'syr', 'arc', 'dv', 'ug', 'sd'])

/** @returns the direction in which a language is written. */
export function languageDirection(language: string): Direction {
  return RTL_LANGUAGES.has(language.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/**
 * @returns the language of a block: the article's, or `und` for a block that runs in the other direction. Such a block is
 *   in an unknown language, and a screen reader must not read English with an Arabic voice.
 */
export function blockLanguage(dir: Direction, language: string): LanguageTag {
  return encode('language', dir === languageDirection(language) ? language : 'und')
}
