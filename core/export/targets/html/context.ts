import type { Direction } from '../../../article/block.ts'

/** Where a picture lies in the output: a relative path, a `cid:` or a `data:` URL; null when it is not there. */
export type ImageUrl = (hash: string) => string | null

/** A smaller copy of a picture, for screens that need no more. */
export type SmallerImage = { readonly url: string; readonly width: number }

/** What every handler needs to know beside its block. */
export type HtmlContext = {
  readonly images: ImageUrl
  /** The smaller copies of a picture, where there are any. */
  readonly smaller?: ((hash: string) => readonly SmallerImage[]) | undefined
  /** The digits of dates that the page shows; 0-9 unless told otherwise. */
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
 * @returns the language of a block: the article's, unless the writer turned the block against it. Such a block
 * is in another language, which nobody has named: `und`, so that no voice reads English as Arabic.
 */
export function blockLanguage(dir: Direction, language: string): string {
  return dir === languageDirection(language) ? language : 'und'
}
