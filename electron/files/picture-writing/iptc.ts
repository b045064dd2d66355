import { createHash } from 'node:crypto'
import type { PictureDescription } from '#core/contract/assets.ts'
import {
  datasetsOf,
  IPTC_RESOURCE,
  imageResources,
  iptcBlock,
  type Dataset,
  type ImageResource,
} from '../picture-description/iptc.ts'
import { decodeValue } from '../picture-description/metadata-text.ts'

/** MD5 of the IPTC block (Metadata Working Group 2.0, 3.3): where it agrees, readers take the words of XMP. */
const DIGEST_RESOURCE = 0x0425
/** Small copies of the picture, perhaps as it was before somebody cut or covered a part of it. */
const THUMBNAILS: ReadonlySet<number> = new Set([0x0409, 0x040c])

const ESCAPE_UTF8 = Buffer.from([0x1b, 0x25, 0x47])
const RECORD_VERSION = Buffer.from([0, 4])
/** Datasets of record 2 whose values are no text: its version, and preview pictures. */
const BINARY: ReadonlySet<number> = new Set([0, 200, 201, 202])
const OWN = { date: 55, time: 60, credit: 110, caption: 120 }

/** The most bytes that IPTC-IIM 4.2 gives a field; XMP carries the whole. */
const MAX_CREDIT = 32
const MAX_CAPTION = 2000

/** What would stand at the end of a cut text and lead nowhere. */
const LOOSE_END = /[\s/|،,؛;:.–—([«"-]+$/u

/**
 * Cuts a text at the end of a word. A first word that is too long by itself is cut between letters: never within one,
 * nor before its harakat.
 * @returns the text as UTF-8 in at most `limit` bytes
 */
export function cutToBytes(text: string, limit: number): Buffer {
  if (Buffer.byteLength(text) <= limit) return Buffer.from(text)
  const letters = cutBetweenLetters(text, limit)
  const isWordsEnd = /\s/u.test(text.charAt(letters.length))
  const words = isWordsEnd ? letters : letters.replace(/\S*$/u, '')
  return Buffer.from(words.replace(LOOSE_END, '') || letters)
}

function cutBetweenLetters(text: string, limit: number): string {
  let cut = ''
  let length = 0
  for (const { segment } of new Intl.Segmenter('ar').segment(text)) {
    length += Buffer.byteLength(segment)
    if (length > limit) break
    cut += segment
  }
  return cut.trimEnd()
}

function own(number: number, value: Buffer): Dataset[] {
  return value.length === 0 ? [] : [{ record: 2, number, value }]
}

/** @returns an ISO 8601 date or time as its two datasets. A time without an offset cannot stand there. */
function dateDatasets(date: string): Dataset[] {
  const [, day = '', hours = '', seconds = '00', zone = ''] =
    /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(?::(\d\d))?[\d.]*(Z|[+-]\d\d:?\d\d)?)?$/u.exec(date) ?? []
  const time = zone === '' ? '' : `${hours}${seconds}${zone === 'Z' ? '+0000' : zone}`
  return [
    ...own(OWN.date, Buffer.from(day.replaceAll('-', ''))),
    ...own(OWN.time, Buffer.from(time.replaceAll(':', ''))),
  ]
}

/** What somebody else wrote stays, in UTF-8 now: one block has one encoding. */
function kept(block: Buffer, replaced: ReadonlySet<number>): Dataset[] {
  const { encoding, datasets } = datasetsOf(block)
  return datasets
    .filter(({ record, number }) => (record === 1 ? number !== 90 : record !== 2 || !replaced.has(number)))
    .map((dataset) =>
      dataset.record === 2 && !BINARY.has(dataset.number)
        ? { ...dataset, value: Buffer.from(decodeValue(dataset.value, encoding)) }
        : dataset,
    )
}

function encode({ record, number, value }: Dataset): Buffer {
  const isLong = value.length > 0x7fff
  const head = Buffer.alloc(isLong ? 9 : 5)
  head.set([0x1c, record, number])
  head.writeUInt16BE(isLong ? 0x8004 : value.length, 3)
  if (isLong) head.writeUInt32BE(value.length, 5)
  return Buffer.concat([head, value])
}

function blockOf(block: Buffer, { caption, credit, date }: PictureDescription): Buffer {
  const others = kept(block, new Set([OWN.caption, OWN.credit, ...(date === '' ? [] : [OWN.date, OWN.time])]))
  const hasVersion = others.some(({ record, number }) => record === 2 && number === 0)
  const datasets = [
    { record: 1, number: 90, value: ESCAPE_UTF8 },
    ...(hasVersion ? [] : [{ record: 2, number: 0, value: RECORD_VERSION }]),
    ...others,
    ...own(OWN.caption, cutToBytes(caption, MAX_CAPTION)),
    ...own(OWN.credit, cutToBytes(credit, MAX_CREDIT)),
    ...dateDatasets(date),
  ]
  return Buffer.concat(datasets.toSorted((a, b) => a.record - b.record || a.number - b.number).map(encode))
}

function encodeResource({ signature, id, name, data }: ImageResource): Buffer {
  const head = Buffer.alloc(6)
  head.write(signature, 'latin1')
  head.writeUInt16BE(id, 4)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  return Buffer.concat([head, name, size, data, Buffer.alloc(data.length % 2)])
}

/**
 * Writes a description into Photoshop's image resources, as IPTC-IIM 4.2 marked as UTF-8. An empty date leaves the
 * picture's own; an empty caption or credit takes away what stood there.
 * @param resources as they are in the picture; what is not ours of them stays
 */
export function writeIptc(resources: Buffer, description: PictureDescription): Buffer {
  const block = blockOf(iptcBlock(resources), description)
  const resource = (id: number, data: Buffer): ImageResource => ({ signature: '8BIM', id, name: Buffer.alloc(2), data })
  const others = imageResources(resources).filter(
    ({ id }) => id !== IPTC_RESOURCE && id !== DIGEST_RESOURCE && !THUMBNAILS.has(id),
  )
  return Buffer.concat(
    [
      resource(IPTC_RESOURCE, block),
      resource(DIGEST_RESOURCE, createHash('md5').update(block).digest()),
      ...others,
    ].map(encodeResource),
  )
}
