import { crc32 } from 'node:zlib'

/** An entry of the zip; it may be invalid. */
export type RawEntry = {
  name: string | Uint8Array
  data: Uint8Array | string
  /** Unix mode and file type, for the upper half of the external attributes. */
  mode?: number
  /** The size in the headers; by default the true one. */
  claimedSize?: number
  method?: number
  /** General purpose flags; by default: names are UTF-8. */
  flags?: number
  /** By default that of the data in the zip. */
  crc?: number
  /** The system on which it was made; by default Unix (3). */
  system?: number
  /** The extra field in the central directory. */
  extra?: Uint8Array
}

function header(entry: RawEntry, name: Buffer, data: Buffer, offset: number | null): Buffer {
  const central = offset !== null
  const fields = Buffer.alloc(central ? 46 : 30)
  fields.writeUInt32LE(central ? 0x0201_4b50 : 0x0403_4b50, 0)
  const at = central ? 6 : 4
  const extra = central ? (entry.extra ?? new Uint8Array()) : new Uint8Array()
  if (central) fields.writeUInt16LE(((entry.system ?? 3) << 8) | 20, 4)
  fields.writeUInt16LE(20, at)
  fields.writeUInt16LE(entry.flags ?? 0x0800, at + 2)
  fields.writeUInt16LE(entry.method ?? 0, at + 4)
  fields.writeUInt32LE(0x0021_0000, at + 6)
  fields.writeUInt32LE(entry.crc ?? crc32(data), at + 10)
  fields.writeUInt32LE(data.length, at + 14)
  fields.writeUInt32LE(entry.claimedSize ?? data.length, at + 18)
  fields.writeUInt16LE(name.length, at + 22)
  if (central) {
    fields.writeUInt16LE(extra.length, 30)
    fields.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38)
    fields.writeUInt32LE(offset, 42)
  }
  return Buffer.concat([fields, name, extra])
}

/** @returns a zip with these entries, also invalid ones (APPNOTE 6.3, sections 4.3.7, 4.3.12 and 4.3.16). */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const data = Buffer.from(entry.data)
    centrals.push(header(entry, name, data, offset))
    const local = Buffer.concat([header(entry, name, data, null), data])
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x0605_4b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
