import type { PictureSource } from '../imported.ts'
import type { Losses } from '../losses.ts'
import type { Around } from './line.ts'
import type { LooseBlock, Reading } from './loose.ts'
import type { HtmlElement } from './tree.ts'

const EMOJI = /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200D|\uFE0F|\u20E3){1,16}$/u
const DATA_PICTURE = /^data:image\/(?:png|jpeg|webp|gif);base64,([A-Za-z0-9+/=\s]+)$/u

/** @returns the emoji that a page shows as an image; null for a real picture. */
export function emojiOf({ attributes }: HtmlElement): string | null {
  const alt = attributes['alt'] ?? ''
  return EMOJI.test(alt) ? alt : null
}

/** A path to a file beside the page, in any script: an address with a scheme has a colon, and no file name these. */
const BESIDE = /^[^\p{Cc}:?#<>"|*]+$/u

/** The attributes with the real address of a picture that loads lazily, where `src` is a placeholder. */
const LATER = ['data-src', 'data-lazy-src', 'data-original']

/**
 * @returns where the bytes of a picture are; null for one on another server. It is never fetched, for that would tell the
 *   server who reads.
 */
function pictureSource({ attributes }: HtmlElement, losses: Losses): PictureSource | null {
  const later = LATER.map((name) => attributes[name]).find((address) => /^https?:\/\//iu.test(address ?? ''))
  const src = (later ?? attributes['src'] ?? '').trim()
  const data = DATA_PICTURE.exec(src)?.[1]
  if (data !== undefined) return { kind: 'base64', data: data.replaceAll(/\s/gu, '') }
  const inPackage = /^cid:([^@]+)@images$/u.exec(src)?.[1]
  if (inPackage !== undefined) return { kind: 'file', path: `images/${inPackage}` }
  if (/^(?:https?:)?\/\//iu.test(src)) losses.add('remote-picture', src)
  else if (src.startsWith('data:')) losses.add('picture-unsupported', attributes['alt'] ?? '')
  else if (BESIDE.test(src) && !src.includes('..')) return { kind: 'file', path: pathIn(src) }
  else if (src !== '') losses.add('picture-not-here', src)
  return null
}

/** @returns a path with slashes: browsers read the backslashes of pages from Windows as such. */
function pathIn(src: string): string {
  return src.replaceAll('\\', '/').replace(/^\.\//u, '')
}

/** In UTF-16 units. */
const MAX_ALT = 2000

/** @returns the figure of an image that stands alone; none for an image without content, such as a tracking pixel. */
export function pictureBlocks(node: HtmlElement, around: Around, reading: Reading): LooseBlock[] {
  const source = pictureSource(node, reading.losses)
  const said = node.attributes['alt'] ?? ''
  const alt = said.slice(0, MAX_ALT)
  if (said.length > MAX_ALT) reading.losses.add('other-text', said.slice(MAX_ALT))
  if (source === null && alt === '') return []
  const id = reading.newId()
  if (source !== null) reading.pictures.set(id, source)
  return [{ type: 'figure', id, dir: around.dir ?? 'rtl', alt, children: [] }]
}
