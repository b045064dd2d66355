import { joinNames, NO_FIELDS, realDate, type MetadataFields } from './metadata-fields.ts'
import { decodeValue, mend, type DeclaredEncoding } from './metadata-text.ts'

/** The datasets of the application record (2) that a desk reads (IPTC-IIM 4.2, chapter 6). */
const DATASETS = { date: 55, time: 60, creator: 80, headline: 105, credit: 110, source: 115, rights: 116, caption: 120 }

/** A photograph has one photographer, or a few. */
const MAX_REPEATS = 10
/** A block of captions and keywords is a few kilobytes. */
const MAX_BLOCK = 1_000_000

/** Photoshop's own signature, and those of programs that share its form. */
const SIGNATURES: ReadonlySet<string> = new Set(['8BIM', 'PHUT', 'DCSR', 'AgHg', 'MeSa'])
export const IPTC_RESOURCE = 0x0404

/** One of Photoshop's image resources; `name` is its field as it stands, with its length and its filling. */
export type ImageResource = { signature: string; id: number; name: Buffer; data: Buffer }

/** @returns Photoshop's image resources, up to the first damage. */
export function imageResources(resources: Buffer): ImageResource[] {
  const found: ImageResource[] = []
  let at = 0
  while (at + 12 <= resources.length && SIGNATURES.has(resources.toString('latin1', at, at + 4))) {
    const id = resources.readUInt16BE(at + 4)
    const nameLength = resources[at + 6] ?? 0
    // A name with its length, and the data, are each filled up to an even number of bytes.
    const sizeAt = at + 6 + 2 * Math.ceil((nameLength + 1) / 2)
    if (sizeAt + 4 > resources.length) break
    const size = resources.readUInt32BE(sizeAt)
    const dataAt = sizeAt + 4
    found.push({
      signature: resources.toString('latin1', at, at + 4),
      id,
      name: resources.subarray(at + 6, sizeAt),
      data: resources.subarray(dataAt, dataAt + size),
    })
    at = dataAt + 2 * Math.ceil(size / 2)
  }
  return found
}

/** @returns the IPTC block among Photoshop's image resources; empty when there is none. */
export function iptcBlock(resources: Buffer): Buffer {
  const resource = imageResources(resources).find(({ id }) => id === IPTC_RESOURCE)
  return resource?.data.subarray(0, MAX_BLOCK) ?? Buffer.alloc(0)
}

/** The escape sequences of ISO 2022 that dataset 1:90 holds, as far as they concern us: ESC % G, ESC - G, ESC - A. */
function declaredEncoding(escape: Buffer): DeclaredEncoding {
  const hex = escape.toString('hex', 0, 4)
  if (/^1b25(?:47|2f4[789])/u.test(hex)) return 'utf-8'
  if (/^1b2[def]47/u.test(hex)) return 'iso-8859-6'
  return /^1b2[def]41/u.test(hex) ? 'windows-1252' : null
}

/** A value of a record, undecoded. */
export type Dataset = { record: number; number: number; value: Buffer }

/** Walks the datasets of a block (IPTC-IIM 4.2, 1.5–1.6). @returns them, and their encoding, up to the first damage. */
export function datasetsOf(block: Buffer): { encoding: DeclaredEncoding; datasets: Dataset[] } {
  const datasets: Dataset[] = []
  let encoding: DeclaredEncoding = null
  let at = 0
  while (at + 5 <= block.length && block[at] === 0x1c) {
    const record = block[at + 1] ?? 0
    const number = block[at + 2] ?? 0
    let length = block.readUInt16BE(at + 3)
    let valueAt = at + 5
    if (length > 0x7fff) {
      // The high bit makes of it the length of the length.
      const size = length - 0x8000
      if (size < 1 || size > 4 || valueAt + size > block.length) break
      length = block.readUIntBE(valueAt, size)
      valueAt += size
    }
    if (valueAt + length > block.length) break
    const value = block.subarray(valueAt, valueAt + length)
    if (record === 1 && number === 90) encoding = declaredEncoding(value)
    datasets.push({ record, number, value })
    at = valueAt + length
  }
  return { encoding, datasets }
}

/** @returns `CCYYMMDD` with `HHMMSS±HHMM` as an ISO 8601 time, or the date alone; empty for anything else. */
function isoDate(date: string, time: string): string {
  const day = date.trim().replace(/^(\d{4})(\d\d)(\d\d)$/u, '$1-$2-$3')
  const hour = time.trim().replace(/^(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)(\d\d))?$/u, (_all, h, m, s, zone, minutes) => {
    const offset = zone === undefined ? '' : `${String(zone)}:${String(minutes)}`
    return `T${String(h)}:${String(m)}:${String(s)}${offset}`
  })
  return realDate(hour.startsWith('T') ? day + hour : day)
}

/**
 * Reads IPTC-IIM 4.2 out of Photoshop's image resources (resource 0x0404).
 * @returns its fields, empty where it has none, of a damaged block those before the damage. Never throws.
 */
export function readIptc(resources: Buffer): MetadataFields {
  const { encoding, datasets } = datasetsOf(iptcBlock(resources))
  const all = (dataset: number): string[] =>
    datasets
      .filter(({ record, number }) => record === 2 && number === dataset)
      .slice(0, MAX_REPEATS)
      .map(({ value }) => mend(decodeValue(value, encoding)))
  const first = (dataset: number): string => all(dataset).find((text) => text.trim() !== '') ?? ''
  return {
    ...NO_FIELDS,
    caption: first(DATASETS.caption),
    headline: first(DATASETS.headline),
    creator: joinNames(all(DATASETS.creator)),
    credit: first(DATASETS.credit),
    source: first(DATASETS.source),
    rights: first(DATASETS.rights),
    date: isoDate(first(DATASETS.date), first(DATASETS.time)),
  }
}
