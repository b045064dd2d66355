/** A version of a page: -1 from before the file, 0 in the file, then numbered by the transactions of the log. */
export type Version = { number: number; bytes: Buffer; after: number }

/** The pages of a SQLite file and of its log, read without SQLite: https://sqlite.org/fileformat.html */
export type Pages = {
  /** How many bytes of a page are in use. */
  readonly usable: number
  readonly sizeOfFile: number
  /** Every version of every page, the older ones first. */
  all(): Iterable<Version>
  /** The versions of a page, the newest first. */
  versions(number: number): readonly Version[]
}

const WAL_HEADER = 32
const FRAME_HEADER = 24
const DEFAULT_SIZE = 4096

const isPageSize = (size: number): boolean => size >= 512 && size <= 65_536 && (size & (size - 1)) === 0

/** Section 1.3.2: the number 1 stands for 65536. The log has the size too (section 4.1), for a lost first page. */
function pageSizeOf(file: Buffer, log: Buffer | null): number {
  const inFile = file.length >= 100 ? file.readUInt16BE(16) : 0
  const size = inFile === 1 ? 65_536 : inFile
  if (isPageSize(size)) return size
  const inLog = log !== null && log.length >= WAL_HEADER ? log.readUInt32BE(8) : 0
  return isPageSize(inLog) ? inLog : DEFAULT_SIZE
}

/**
 * Reads the pages of a file and its log, also frames with wrong checksums: each row that is read from them is proven by
 * its own hash.
 */
export function readPages(file: Buffer, log: Buffer | null): Pages {
  const size = pageSizeOf(file, log)
  const reserved = file.length >= 100 ? (file[20] ?? 0) : 0
  const inFile = (number: number): Buffer | null => {
    const page = file.subarray((number - 1) * size, number * size)
    return number >= 1 && page.length === size ? page : null
  }
  const { old, now } = framesOf(log ?? Buffer.alloc(0), size)
  const byNumber = (frames: readonly Version[]): Map<number, Version[]> => {
    const found = new Map<number, Version[]>()
    for (const frame of frames) found.set(frame.number, [frame, ...(found.get(frame.number) ?? [])])
    return found
  }
  const [oldPages, nowPages] = [byNumber(old), byNumber(now)]
  return {
    usable: reserved < size - 480 ? size - reserved : size,
    sizeOfFile: file.length + (log?.length ?? 0),
    *all() {
      yield* old
      for (let number = 1; number * size <= file.length; number += 1) {
        const bytes = inFile(number)
        if (bytes !== null) yield { number, bytes, after: 0 }
      }
      yield* now
    },
    versions(number) {
      const bytes = inFile(number)
      const page = bytes === null ? [] : [{ number, bytes, after: 0 }]
      return [...(nowPages.get(number) ?? []), ...page, ...(oldPages.get(number) ?? [])]
    },
  }
}

/**
 * Splits a log into its frames, also those with wrong checksums. After a checkpoint the log is written from its beginning
 * again: frames with another salt than the header's are left from before, and older than the file.
 */
function framesOf(log: Buffer, size: number): { old: Version[]; now: Version[] } {
  const [old, now]: [Version[], Version[]] = [[], []]
  let transaction = 1
  for (let at = WAL_HEADER; at + FRAME_HEADER + size <= log.length; at += FRAME_HEADER + size) {
    const bytes = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + size)
    const number = log.readUInt32BE(at)
    const isOld =
      log.readUInt32BE(at + 8) !== log.readUInt32BE(16) && log.readUInt32BE(at + 12) !== log.readUInt32BE(20)
    if (isOld) old.push({ number, bytes, after: -1 })
    else {
      now.push({ number, bytes, after: transaction })
      if (log.readUInt32BE(at + 4) !== 0) transaction += 1
    }
  }
  return { old, now }
}
