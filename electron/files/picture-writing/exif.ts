const GPS_IFD = 0x8825
const IMAGE_DESCRIPTION = 0x010e
const THUMBNAIL_OFFSET = 0x0201
const THUMBNAIL_LENGTH = 0x0202

/** In bytes, by the type of a field (TIFF 6.0, section 2); those of BigTIFF do not stand in EXIF. */
const TYPE_SIZES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** Fills a stretch with zeros, as far as it lies in the buffer. */
function wipe(buffer: Buffer, from: number, to: number): void {
  if (from < to && from < buffer.length) buffer.fill(0, from, Math.min(to, buffer.length))
}

/** One directory of a TIFF, to be emptied or shortened where it stands, so that nothing else moves. */
class Directory {
  readonly #tiff: Buffer
  readonly #isLittle: boolean
  readonly #at: number

  constructor(tiff: Buffer, at: number, isLittle: boolean) {
    this.#tiff = tiff
    this.#isLittle = isLittle
    this.#at = at
  }

  short(at: number): number {
    return this.#isLittle ? this.#tiff.readUInt16LE(at) : this.#tiff.readUInt16BE(at)
  }

  long(at: number): number {
    return this.#isLittle ? this.#tiff.readUInt32LE(at) : this.#tiff.readUInt32BE(at)
  }

  get isThere(): boolean {
    return this.#at >= 8 && this.#at + 2 + 12 * this.#count + 4 <= this.#tiff.length && this.#count > 0
  }

  get #count(): number {
    return this.#at + 2 <= this.#tiff.length ? this.short(this.#at) : 0
  }

  get #end(): number {
    return this.#at + 2 + 12 * this.#count
  }

  entryOf(tag: number): number | null {
    for (let entry = this.#at + 2; entry < this.#end; entry += 12) if (this.short(entry) === tag) return entry
    return null
  }

  /** @returns where the value of a tag points to; 0 for none. */
  valueOf(tag: number): number {
    const entry = this.entryOf(tag)
    return entry === null ? 0 : this.long(entry + 8)
  }

  get next(): number {
    return this.long(this.#end)
  }

  /** Cuts off the directory that follows. */
  endHere(): void {
    wipe(this.#tiff, this.#end, this.#end + 4)
  }

  #wipeValue(entry: number): void {
    const size = (TYPE_SIZES[this.short(entry + 2)] ?? 0) * this.long(entry + 4)
    const from = this.long(entry + 8)
    if (size > 4) wipe(this.#tiff, from, from + size)
  }

  /** Takes an entry out with its value; the entries behind it move up. */
  remove(tag: number): void {
    const entry = this.entryOf(tag)
    if (entry === null) return
    const [end, count] = [this.#end, this.#count]
    this.#wipeValue(entry)
    this.#tiff.copyWithin(entry, entry + 12, end + 4)
    wipe(this.#tiff, end - 8, end + 4)
    if (this.#isLittle) this.#tiff.writeUInt16LE(count - 1, this.#at)
    else this.#tiff.writeUInt16BE(count - 1, this.#at)
  }

  /** Wipes the directory and all that its entries point to. */
  wipe(): void {
    const end = this.#end + 4
    for (let entry = this.#at + 2; entry + 4 < end; entry += 12) this.#wipeValue(entry)
    wipe(this.#tiff, this.#at, end)
  }
}

/**
 * Takes out of EXIF where the picture was taken, the description of the camera's own, which would contradict ours,
 * and the small copy of the picture, which may show what was cut away. All else stays where it is.
 * @param tiff EXIF's TIFF
 * @returns a TIFF of the same length; one that cannot be read comes back empty, for nobody knows what it tells.
 */
export function withoutPlace(tiff: Buffer): Buffer {
  if (tiff.length < 8) return Buffer.alloc(0)
  const copy = Buffer.from(tiff)
  const order = copy.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return Buffer.alloc(0)
  const isLittle = order === 'II'
  const main = new Directory(copy, isLittle ? copy.readUInt32LE(4) : copy.readUInt32BE(4), isLittle)
  if (!main.isThere) return Buffer.alloc(0)
  const place = new Directory(copy, main.valueOf(GPS_IFD), isLittle)
  if (place.isThere) place.wipe()
  main.remove(GPS_IFD)
  main.remove(IMAGE_DESCRIPTION)
  const small = new Directory(copy, main.next, isLittle)
  if (small.isThere) {
    const from = small.valueOf(THUMBNAIL_OFFSET)
    wipe(copy, from, from + small.valueOf(THUMBNAIL_LENGTH))
    small.wipe()
  }
  main.endHere()
  return copy
}
