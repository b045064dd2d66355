/** In bytes, by the type of a value (TIFF 6.0, section 2). EXIF does not use BigTIFF's types. */
const TYPE_SIZES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
/** The types of text: ASCII, and UTF-8 since EXIF 3.0. */
const TEXT_TYPES: ReadonlySet<number> = new Set([2, 129])
const MAX_TEXT = 64 * 1024

const ENTRY = 12

/** Fills a range with zeros, as far as it lies in the buffer. */
export function wipe(buffer: Buffer, from: number, to: number): void {
  if (from < to && from < buffer.length) buffer.fill(0, from, Math.min(to, buffer.length))
}

/**
 * One directory of a TIFF. It is changed in place, so that no offset in the file changes.
 * Offsets in a damaged file may point anywhere: reading gives nothing then, and `isWhole` is false.
 */
export class TiffDirectory {
  readonly #tiff: Buffer
  readonly #at: number
  readonly #isLittle: boolean

  constructor(tiff: Buffer, at: number, isLittle: boolean) {
    this.#tiff = tiff
    this.#at = at
    this.#isLittle = isLittle
  }

  #short(at: number): number {
    return this.#isLittle ? this.#tiff.readUInt16LE(at) : this.#tiff.readUInt16BE(at)
  }

  #long(at: number): number {
    return this.#isLittle ? this.#tiff.readUInt32LE(at) : this.#tiff.readUInt32BE(at)
  }

  get #count(): number {
    return this.#at >= 8 && this.#at + 2 <= this.#tiff.length ? this.#short(this.#at) : 0
  }

  get #end(): number {
    return this.#at + 2 + ENTRY * this.#count
  }

  /** Whether the directory has entries, and lies in the file with the offset that follows them. */
  get isWhole(): boolean {
    return this.#count > 0 && this.#end + 4 <= this.#tiff.length
  }

  /** @returns where the entry of a tag is; null if there is none in the file. */
  #entryOf(tag: number): number | null {
    const end = Math.min(this.#end, this.#tiff.length - ENTRY + 1)
    for (let entry = this.#at + 2; entry < end; entry += ENTRY) if (this.#short(entry) === tag) return entry
    return null
  }

  /** @returns the number, or the offset of the value, of a tag; 0 if there is none. */
  numberOf(tag: number): number {
    const entry = this.#entryOf(tag)
    return entry === null ? 0 : this.#long(entry + 8)
  }

  /** @returns the bytes of a text, up to its end mark; empty if there is none. */
  textOf(tag: number): Buffer {
    const none = this.#tiff.subarray(0, 0)
    const entry = this.#entryOf(tag)
    if (entry === null || !TEXT_TYPES.has(this.#short(entry + 2))) return none
    const length = this.#long(entry + 4)
    const at = length <= 4 ? entry + 8 : this.#long(entry + 8)
    if (length > MAX_TEXT || at + length > this.#tiff.length) return none
    const text = this.#tiff.subarray(at, at + length)
    const end = text.indexOf(0)
    return end === -1 ? text : text.subarray(0, end)
  }

  /** @returns the directory that a tag points to. */
  directoryOf(tag: number): TiffDirectory {
    return new TiffDirectory(this.#tiff, this.numberOf(tag), this.#isLittle)
  }

  /** The directory after this one, in a directory that is whole. */
  get next(): TiffDirectory {
    return new TiffDirectory(this.#tiff, this.#long(this.#end), this.#isLittle)
  }

  /** Makes this directory the last one. */
  cutNext(): void {
    wipe(this.#tiff, this.#end, this.#end + 4)
  }

  #wipeValue(entry: number): void {
    const size = (TYPE_SIZES[this.#short(entry + 2)] ?? 0) * this.#long(entry + 4)
    const from = this.#long(entry + 8)
    if (size > 4) wipe(this.#tiff, from, from + size)
  }

  /** Wipes a tag and its value. The entries behind it move up. */
  remove(tag: number): void {
    const entry = this.#entryOf(tag)
    if (entry === null) return
    const [end, count] = [this.#end, this.#count]
    this.#wipeValue(entry)
    this.#tiff.copyWithin(entry, entry + ENTRY, end + 4)
    wipe(this.#tiff, end - 8, end + 4)
    if (this.#isLittle) this.#tiff.writeUInt16LE(count - 1, this.#at)
    else this.#tiff.writeUInt16BE(count - 1, this.#at)
  }

  /** Wipes the directory and the values that it points to. */
  wipe(): void {
    const end = this.#end + 4
    for (let entry = this.#at + 2; entry + 4 < end; entry += ENTRY) this.#wipeValue(entry)
    wipe(this.#tiff, this.#at, end)
  }
}

/** @returns the first directory (IFD0) of EXIF's TIFF, perhaps not whole; null for bytes that are no TIFF. */
export function mainDirectory(tiff: Buffer): TiffDirectory | null {
  const order = tiff.toString('latin1', 0, 2)
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM')) return null
  const isLittle = order === 'II'
  return new TiffDirectory(tiff, isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4), isLittle)
}
