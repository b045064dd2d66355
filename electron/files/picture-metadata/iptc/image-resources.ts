/** Adobe's signature, and those of other programs that use its form. */
const SIGNATURES: ReadonlySet<string> = new Set(['8BIM', 'PHUT', 'DCSR', 'AgHg', 'MeSa'])

/** One of Photoshop's image resources. `name` is the field as it stands in the file, with its length and padding. */
export type ImageResource = { signature: string; id: number; name: Buffer; data: Buffer }

/** The resources that are read or changed, by what they hold. */
export const RESOURCES = {
  iptc: 0x0404,
  /** MD5 of the IPTC block (Metadata Working Group 2.0, 3.3). If it matches, readers prefer XMP. */
  iptcDigest: 0x0425,
  thumbnail: 0x0409,
  thumbnailOfPhotoshop5: 0x040c,
} as const

/** Parses Photoshop's image resources (Adobe Photoshop File Formats). @returns those before any damage. */
export function parseResources(bytes: Buffer): ImageResource[] {
  const found: ImageResource[] = []
  let at = 0
  while (at + 12 <= bytes.length && SIGNATURES.has(bytes.toString('latin1', at, at + 4))) {
    const id = bytes.readUInt16BE(at + 4)
    const nameLength = bytes[at + 6] ?? 0
    // The name with its length, and the data, are each padded to an even number of bytes.
    const sizeAt = at + 6 + 2 * Math.ceil((nameLength + 1) / 2)
    if (sizeAt + 4 > bytes.length) break
    const size = bytes.readUInt32BE(sizeAt)
    const dataAt = sizeAt + 4
    found.push({
      signature: bytes.toString('latin1', at, at + 4),
      id,
      name: bytes.subarray(at + 6, sizeAt),
      data: bytes.subarray(dataAt, dataAt + size),
    })
    at = dataAt + 2 * Math.ceil(size / 2)
  }
  return found
}

function encode({ signature, id, name, data }: ImageResource): Buffer {
  const head = Buffer.alloc(6)
  head.write(signature, 'latin1')
  head.writeUInt16BE(id, 4)
  const size = Buffer.alloc(4)
  size.writeUInt32BE(data.length)
  return Buffer.concat([head, name, size, data, Buffer.alloc(data.length % 2)])
}

/** @returns the resources as bytes, in their order. */
export function encodeResources(resources: readonly ImageResource[]): Buffer {
  return Buffer.concat(resources.map(encode))
}

/** @returns a resource of Adobe's without a name. */
export function unnamedResource(id: number, data: Buffer): ImageResource {
  return { signature: '8BIM', id, name: Buffer.alloc(2), data }
}
