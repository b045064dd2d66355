import iconv from 'iconv-lite'

/** The datasets of IPTC-IIM 4.2 that a desk reads, by record and number. */
export type IptcFields = { caption: string; credit: string; byline: string; source: string; date: string }

const NONE: IptcFields = { caption: '', credit: '', byline: '', source: '', date: '' }
const NAMES: Readonly<Record<number, keyof IptcFields>> = {
  55: 'date',
  80: 'byline',
  110: 'credit',
  115: 'source',
  120: 'caption',
}

const APP13 = 0xed
const PHOTOSHOP = Buffer.from('Photoshop 3.0\0', 'latin1')
const RESOURCE = Buffer.from('8BIM', 'latin1')
const IPTC_RESOURCE = 0x0404
const UTF8_ESCAPE = Buffer.from([0x1b, 0x25, 0x47])

/** Walks the segments of a JPEG up to its picture. @returns the contents of those with a marker, joined. */
function segments(bytes: Buffer, marker: number, prefix: Buffer): Buffer {
  const found: Buffer[] = []
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return Buffer.alloc(0)
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const own = bytes[at + 1] ?? 0
    const length = bytes.readUInt16BE(at + 2)
    // From the start of the scan on there is only picture; a length under two is damage.
    if (own === 0xda || length < 2) break
    const content = bytes.subarray(at + 4, at + 2 + length)
    if (own === marker && content.subarray(0, prefix.length).equals(prefix)) found.push(content.subarray(prefix.length))
    at += 2 + length
  }
  return Buffer.concat(found)
}

/** @returns the IPTC block among Photoshop's image resources; empty when there is none. */
function iptcBlock(resources: Buffer): Buffer {
  let at = 0
  while (at + 12 <= resources.length && resources.subarray(at, at + 4).equals(RESOURCE)) {
    const id = resources.readUInt16BE(at + 4)
    const nameLength = resources[at + 6] ?? 0
    // A name with its length, and the data, are each filled up to an even number of bytes.
    const sizeAt = at + 6 + 2 * Math.ceil((nameLength + 1) / 2)
    if (sizeAt + 4 > resources.length) break
    const size = resources.readUInt32BE(sizeAt)
    if (id === IPTC_RESOURCE) return resources.subarray(sizeAt + 4, sizeAt + 4 + size)
    at = sizeAt + 4 + 2 * Math.ceil(size / 2)
  }
  return Buffer.alloc(0)
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads one value. A file that declares UTF-8 (dataset 1:90) means it; most others that are valid UTF-8 are it
 * undeclared, and the rest come from Windows programs of the Arab world.
 */
function decode(value: Buffer, isUtf8: boolean): string {
  if (isUtf8) return value.toString('utf8')
  try {
    return strictUtf8.decode(value)
  } catch {
    return iconv.decode(value, 'windows-1256')
  }
}

/** @returns the fields of an IPTC block; of a damaged one those that stand before the damage. */
function readDatasets(block: Buffer): IptcFields {
  const fields = { ...NONE }
  const raw: [keyof IptcFields, Buffer][] = []
  let isUtf8 = false
  let at = 0
  while (at + 5 <= block.length && block[at] === 0x1c) {
    const record = block[at + 1]
    const dataset = block[at + 2] ?? 0
    const length = block.readUInt16BE(at + 3)
    // The high bit announces a longer length field, which none of these short texts has.
    if (length > 0x7fff || at + 5 + length > block.length) break
    const value = block.subarray(at + 5, at + 5 + length)
    if (record === 1 && dataset === 90) isUtf8 = value.equals(UTF8_ESCAPE)
    const name = record === 2 ? NAMES[dataset] : undefined
    if (name !== undefined) raw.push([name, value])
    at += 5 + length
  }
  for (const [name, value] of raw) if (fields[name] === '') fields[name] = decode(value, isUtf8)
  return { ...fields, date: isoDate(fields.date) }
}

/** @returns `CCYYMMDD` as an ISO 8601 date; empty for anything else. */
function isoDate(date: string): string {
  const [, year, month, day] = /^(\d{4})(\d\d)(\d\d)$/u.exec(date) ?? []
  return year === undefined ? '' : `${year}-${month ?? ''}-${day ?? ''}`
}

/**
 * Reads the IPTC-IIM of a JPEG (APP13, image resource 0x0404).
 * @returns its fields, empty where it has none. Never throws on damage.
 */
export function readIptc(bytes: Buffer): IptcFields {
  return readDatasets(iptcBlock(segments(bytes, APP13, PHOTOSHOP)))
}
