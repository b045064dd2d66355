import type { DeclaredEncoding } from '../text/encoding.ts'
import { parseResources, RESOURCES } from './image-resources.ts'

/** A block of captions and keywords has a few kilobytes. */
const MAX_BLOCK = 1_000_000
const MAX_SHORT_LENGTH = 0x7fff

/** The datasets of record 2, the application record, that are read or written (IPTC-IIM 4.2, chapter 6). */
export const DATASETS = {
  version: 0,
  date: 55,
  time: 60,
  creator: 80,
  headline: 105,
  credit: 110,
  source: 115,
  rights: 116,
  caption: 120,
} as const

/** One dataset, its value still encoded. */
export type Dataset = { record: number; number: number; value: Buffer }

export type IptcBlock = { encoding: DeclaredEncoding; datasets: Dataset[] }

/** Dataset 1:90 that declares UTF-8: ESC % G. */
export const UTF8_DECLARATION: Dataset = { record: 1, number: 90, value: Buffer.from([0x1b, 0x25, 0x47]) }

/** @returns whether a dataset declares the encoding of the others. */
export function isDeclaration({ record, number }: Dataset): boolean {
  return record === UTF8_DECLARATION.record && number === UTF8_DECLARATION.number
}

/** @returns the encoding of an ISO 2022 escape sequence: ESC % G, ESC - G or ESC - A. */
function encodingOf(escape: Buffer): DeclaredEncoding {
  const hex = escape.toString('hex', 0, 4)
  if (/^1b25(?:47|2f4[789])/u.test(hex)) return 'utf-8'
  if (/^1b2[def]47/u.test(hex)) return 'iso-8859-6'
  return /^1b2[def]41/u.test(hex) ? 'windows-1252' : null
}

/**
 * Parses the IPTC block among Photoshop's image resources (IPTC-IIM 4.2, 1.5–1.6).
 * @returns its datasets before any damage, and the encoding that they declare; no datasets if there is no block
 */
export function parseIptc(resources: Buffer): IptcBlock {
  const resource = parseResources(resources).find(({ id }) => id === RESOURCES.iptc)
  const block = resource?.data.subarray(0, MAX_BLOCK) ?? Buffer.alloc(0)
  const datasets: Dataset[] = []
  let encoding: DeclaredEncoding = null
  let at = 0
  while (at + 5 <= block.length && block[at] === 0x1c) {
    let length = block.readUInt16BE(at + 3)
    let valueAt = at + 5
    if (length > MAX_SHORT_LENGTH) {
      // With its high bit set it is the length of the length that follows.
      const size = length - 0x8000
      if (size < 1 || size > 4 || valueAt + size > block.length) break
      length = block.readUIntBE(valueAt, size)
      valueAt += size
    }
    if (valueAt + length > block.length) break
    const value = block.subarray(valueAt, valueAt + length)
    const dataset = { record: block[at + 1] ?? 0, number: block[at + 2] ?? 0, value }
    if (isDeclaration(dataset)) encoding = encodingOf(value)
    datasets.push(dataset)
    at = valueAt + length
  }
  return { encoding, datasets }
}

function encode({ record, number, value }: Dataset): Buffer {
  const isLong = value.length > MAX_SHORT_LENGTH
  const head = Buffer.alloc(isLong ? 9 : 5)
  head.set([0x1c, record, number])
  head.writeUInt16BE(isLong ? 0x8004 : value.length, 3)
  if (isLong) head.writeUInt32BE(value.length, 5)
  return Buffer.concat([head, value])
}

/** @returns an IPTC block. Datasets are sorted by record and number; repeated ones keep their order. */
export function encodeIptc(datasets: readonly Dataset[]): Buffer {
  return Buffer.concat(datasets.toSorted((a, b) => a.record - b.record || a.number - b.number).map(encode))
}
