import { createHash } from 'node:crypto'
import { deflateSync, crc32 } from 'node:zlib'

function chunk(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(data.length)
  head.write(type, 4, 'latin1')
  const end = Buffer.alloc(4)
  end.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])))
  return Buffer.concat([head, data, end])
}

/** @returns a PNG of one grey. */
export function png(width: number, height: number, grey = 128): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc((width + 1) * height, grey)
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    // Stored, not compressed: the same bytes with every zlib.
    chunk('IDAT', deflateSync(rows, { level: 0 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A JPEG of one grey, 240 × 160, without metadata. */
const JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/wAALCACgAPABASIA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAH/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/AIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAD//2Q==',
  'base64',
)

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xff00 + marker)
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}

/** IPTC datasets: record, number, value. */
export type Datasets = readonly (readonly [number, number, Buffer])[]

function photoshop(datasets: Datasets): Buffer {
  const block = Buffer.concat(
    datasets.map(([record, dataset, value]) => {
      const head = Buffer.from([0x1c, record, dataset, 0, 0])
      head.writeUInt16BE(value.length, 3)
      return Buffer.concat([head, value])
    }),
  )
  const size = Buffer.alloc(4)
  size.writeUInt32BE(block.length)
  return Buffer.concat([Buffer.from('Photoshop 3.0\u00008BIM\u0004\u0004\u0000\u0000', 'latin1'), size, block])
}

/** @returns EXIF's TIFF, little-endian: texts by tag in the main directory. */
export function exifTiff(texts: readonly (readonly [tag: number, text: Buffer])[]): Buffer {
  const head = Buffer.alloc(8 + 2 + 12 * texts.length + 4)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(texts.length, 8)
  let at = head.length
  for (const [index, [tag, text]] of texts.entries()) {
    const entry = 10 + 12 * index
    head.writeUInt16LE(tag, entry)
    head.writeUInt16LE(2, entry + 2)
    head.writeUInt32LE(text.length, entry + 4)
    head.writeUInt32LE(at, entry + 8)
    at += text.length
  }
  return Buffer.concat([head, ...texts.map(([, text]) => text)])
}

/** @returns a minimal WebP container with this XMP, and no valid image. */
export function webp(xmp: string): Buffer {
  const packet = Buffer.from(xmp)
  const head = Buffer.from('RIFF\0\0\0\0WEBPXMP \0\0\0\0', 'latin1')
  head.writeUInt32LE(packet.length, 16)
  const file = Buffer.concat([head, packet, Buffer.alloc(packet.length % 2)])
  file.writeUInt32LE(file.length - 8, 4)
  return file
}

type Described = {
  iptc?: Datasets
  xmp?: string
  exif?: Buffer
  /** Extended XMP, with its digest. */
  extended?: { digest: string; packet: Buffer }
}

/** The size of a part of extended XMP, as Adobe writes it. */
const EXTENDED_PART = 65_400

function extendedSegments({ digest, packet }: { digest: string; packet: Buffer }): Buffer[] {
  return Array.from({ length: Math.ceil(packet.length / EXTENDED_PART) }, (_each, index) => {
    const head = Buffer.alloc(40)
    head.write(digest, 'latin1')
    head.writeUInt32BE(packet.length, 32)
    head.writeUInt32BE(index * EXTENDED_PART, 36)
    const part = packet.subarray(index * EXTENDED_PART, (index + 1) * EXTENDED_PART)
    return segment(0xe1, Buffer.concat([Buffer.from('http://ns.adobe.com/xmp/extension/\0', 'latin1'), head, part]))
  })
}

/** @returns a JPEG with this metadata. */
export function jpeg({ iptc, xmp, exif, extended }: Described = {}): Buffer {
  return Buffer.concat([
    JPEG.subarray(0, 2),
    ...(exif === undefined ? [] : [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]))]),
    ...(iptc === undefined ? [] : [segment(0xed, photoshop(iptc))]),
    ...(xmp === undefined ? [] : [segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\u0000${xmp}`))]),
    ...(extended === undefined ? [] : extendedSegments(extended)),
    JPEG.subarray(2),
  ])
}

/**
 * @param namespace that of the prefix `a`
 * @param main further properties, in the main packet
 * @returns a JPEG whose extended XMP has these properties.
 */
export function extendedJpeg(properties: string, namespace = 'urn:a', main = ''): Buffer {
  const packetOf = (each: string): string => xmpPacket(each).replace('<rdf:RDF', `<rdf:RDF xmlns:a="${namespace}"`)
  const packet = Buffer.from(packetOf(properties))
  const digest = createHash('md5').update(packet).digest('hex').toUpperCase()
  const pointer = `<n:HasExtendedXMP xmlns:n="http://ns.adobe.com/xmp/note/">${digest}</n:HasExtendedXMP>`
  // The long namespace of a hostile picture fits into the extended packet only.
  const own = main === '' ? xmpPacket(pointer) : packetOf(pointer + main)
  return jpeg({ xmp: own, extended: { digest, packet } })
}

/** @returns an XMP packet with these properties of an `rdf:Description`. */
export function xmpPacket(properties: string): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>`
}
