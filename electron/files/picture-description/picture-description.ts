import type { PictureDescription } from '#core/contract/assets.ts'
import { readIptc } from './iptc.ts'
import { readXmp } from './xmp.ts'

// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const CONTROLS = /[\u0000-\u001F\u007F\s]+/gu

function clean(text: string, longest: number): string {
  return text.replace(CONTROLS, ' ').trim().toWellFormed().slice(0, longest).toWellFormed()
}

/** «Photographer / Agency», or whichever of the two there is; once where both say the same. */
function creditOf(maker: string, house: string): string {
  if (maker === '' || house.includes(maker)) return house
  return house === '' || maker.includes(house) ? maker : `${maker} / ${house}`
}

/**
 * Reads what a picture says of itself: XMP first, then IPTC-IIM, which older programs write.
 * @param bytes a picture, sound or damaged
 * @returns caption, credit, text for those who cannot see it, and date; empty where nothing is said
 */
export function readPictureDescription(bytes: Uint8Array): PictureDescription {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const xmp = readXmp(buffer)
  const iptc = readIptc(buffer)
  const maker = clean(xmp.creator || iptc.byline, 500)
  const house = clean(xmp.credit || iptc.credit || xmp.source || iptc.source, 490)
  return {
    caption: clean(xmp.caption || iptc.caption, 5000),
    credit: creditOf(maker, house),
    alt: clean(xmp.alt, 2000),
    date: clean(xmp.date || iptc.date, 40),
  }
}
