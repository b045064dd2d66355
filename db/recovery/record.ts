import type { RawValue } from './raw-row.ts'

/** Reads a variable-length integer (section 1.6). @returns its value and where it ends, or null past the end. */
export function varint(bytes: Buffer, at: number): { value: number; end: number } | null {
  let value = 0n
  for (let index = 0; index < 9; index += 1) {
    const byte = bytes[at + index]
    if (byte === undefined) return null
    if (index === 8) return { value: Number(BigInt.asIntN(64, (value << 8n) | BigInt(byte))), end: at + 9 }
    value = (value << 7n) | BigInt(byte & 0x7f)
    if (byte < 0x80) return { value: Number(value), end: at + index + 1 }
  }
  return null
}

/** The lengths of the integers and the float, by serial type (section 2.1). */
const LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0]

function lengthOf(type: number): number {
  if (type < 10) return LENGTHS[type] ?? 0
  return Math.floor((type - 12) / 2)
}

function valueOf(type: number, bytes: Buffer): RawValue {
  if (type === 0) return null
  if (type === 7) return bytes.readDoubleBE(0)
  if (type === 8 || type === 9) return type - 8
  if (type === 6) return bytes.readBigInt64BE(0)
  if (type < 6) return bytes.readIntBE(0, bytes.length)
  return type % 2 === 1 ? bytes.toString('utf8') : Buffer.from(bytes)
}

/** Decodes a record (section 2.1). @returns its values, or null when it is none. */
export function decodeRecord(payload: Buffer): RawValue[] | null {
  const header = varint(payload, 0)
  if (header === null || header.value < header.end || header.value > payload.length) return null
  const values: RawValue[] = []
  let content = header.value
  for (let at = header.end; at < header.value;) {
    const type = varint(payload, at)
    // 10 and 11 are SQLite's own, and never in a file.
    if (type === null || type.value < 0 || type.value === 10 || type.value === 11) return null
    const end = content + lengthOf(type.value)
    if (end > payload.length) return null
    values.push(valueOf(type.value, payload.subarray(content, end)))
    content = end
    at = type.end
  }
  return values
}
