import { createHash } from 'node:crypto'
import type { PictureMetadata } from '../fields/metadata-fields.ts'
import { cutToBytes } from '../text/cut-to-bytes.ts'
import { decodeText } from '../text/encoding.ts'
import { DATASETS, encodeIptc, isDeclaration, parseIptc, UTF8_DECLARATION, type Dataset } from './datasets.ts'
import { encodeResources, parseResources, RESOURCES, unnamedResource } from './image-resources.ts'
import { iptcDate } from './iptc-date.ts'

const VERSION_4 = Buffer.from([0, 4])
/** Datasets of record 2 whose values are not text: its version, and previews. */
const BINARY: ReadonlySet<number> = new Set([DATASETS.version, 200, 201, 202])

/** The most bytes of a field in IPTC-IIM 4.2. XMP holds the whole text. */
const MAX_CREDIT = 32
const MAX_CAPTION = 2000

/** The resources that are written anew, and thumbnails, which may show what was cropped or covered later. */
const DROPPED: ReadonlySet<number> = new Set(Object.values(RESOURCES))

function dataset(number: number, value: Buffer): Dataset[] {
  return value.length === 0 ? [] : [{ record: 2, number, value }]
}

/** @returns the datasets of others, their texts as UTF-8, because a block has one encoding. */
function keptDatasets(resources: Buffer, replaced: ReadonlySet<number>): Dataset[] {
  const { encoding, datasets } = parseIptc(resources)
  return datasets
    .filter((each) => !isDeclaration(each) && !(each.record === 2 && replaced.has(each.number)))
    .map((each) =>
      each.record === 2 && !BINARY.has(each.number)
        ? { ...each, value: Buffer.from(decodeText(each.value, encoding)) }
        : each,
    )
}

function blockOf(resources: Buffer, { caption, credit, date }: PictureMetadata): Buffer {
  const { date: day, time } = iptcDate(date)
  const dates = date === '' ? [] : [DATASETS.date, DATASETS.time]
  const others = keptDatasets(resources, new Set([DATASETS.caption, DATASETS.credit, ...dates]))
  const hasVersion = others.some(({ record, number }) => record === 2 && number === DATASETS.version)
  return encodeIptc([
    UTF8_DECLARATION,
    ...(hasVersion ? [] : dataset(DATASETS.version, VERSION_4)),
    ...others,
    ...dataset(DATASETS.caption, cutToBytes(caption, MAX_CAPTION)),
    ...dataset(DATASETS.credit, cutToBytes(credit, MAX_CREDIT)),
    ...dataset(DATASETS.date, Buffer.from(day)),
    ...dataset(DATASETS.time, Buffer.from(time)),
  ])
}

/**
 * Writes caption, credit and date into Photoshop's image resources, as IPTC-IIM 4.2 that declares UTF-8.
 * @param resources the picture's own; all but thumbnails are kept
 * @param fields an empty date keeps the picture's own; an empty caption or credit clears the picture's
 */
export function writeIptc(resources: Buffer, fields: PictureMetadata): Buffer {
  const block = blockOf(resources, fields)
  return encodeResources([
    unnamedResource(RESOURCES.iptc, block),
    unnamedResource(RESOURCES.iptcDigest, createHash('md5').update(block).digest()),
    ...parseResources(resources).filter(({ id }) => !DROPPED.has(id)),
  ])
}
