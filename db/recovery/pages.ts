/** The pages of a SQLite file and of its log, read without SQLite: https://sqlite.org/fileformat.html */
export type Pages = {
  /** How many bytes of a page are in use. */
  readonly usable: number
  readonly sizeOfFile: number
  /** Every page that there is in whatever version, each with whether it is page 1. */
  all(): Iterable<{ bytes: Buffer; isFirst: boolean }>
  /** The versions of a page, the newest first. */
  versions(number: number): readonly Buffer[]
}

const WAL_HEADER = 32
const FRAME_HEADER = 24
const DEFAULT_SIZE = 4096

const isPageSize = (size: number): boolean => size >= 512 && size <= 65_536 && (size & (size - 1)) === 0

/** Section 1.3.2: the number 1 stands for 65536. The log has the size once more (section 4.1), for a first page that is lost. */
function pageSizeOf(file: Buffer, log: Buffer | null): number {
  const inFile = file.length >= 100 ? file.readUInt16BE(16) : 0
  const size = inFile === 1 ? 65_536 : inFile
  if (isPageSize(size)) return size
  const inLog = log !== null && log.length >= WAL_HEADER ? log.readUInt32BE(8) : 0
  return isPageSize(inLog) ? inLog : DEFAULT_SIZE
}

/**
 * Reads the pages of a file and its log. Frames are taken whether their checksums hold or not: whoever reads rows
 * proves each of them by its own hash.
 */
export function readPages(file: Buffer, log: Buffer | null): Pages {
  const size = pageSizeOf(file, log)
  const reserved = file.length >= 100 ? (file[20] ?? 0) : 0
  const inFile = (number: number): Buffer | null => {
    const page = file.subarray((number - 1) * size, number * size)
    return number >= 1 && page.length === size ? page : null
  }
  const frames = new Map<number, Buffer[]>()
  const frameBytes = log ?? Buffer.alloc(0)
  for (let at = WAL_HEADER; at + FRAME_HEADER + size <= frameBytes.length; at += FRAME_HEADER + size) {
    const page = frameBytes.readUInt32BE(at)
    const bytes = frameBytes.subarray(at + FRAME_HEADER, at + FRAME_HEADER + size)
    frames.set(page, [bytes, ...(frames.get(page) ?? [])])
  }
  return {
    usable: reserved < size - 480 ? size - reserved : size,
    sizeOfFile: file.length + (log?.length ?? 0),
    *all() {
      for (const [number, pages] of frames) {
        for (const bytes of pages) yield { bytes, isFirst: number === 1 }
      }
      for (let number = 1; number * size <= file.length; number += 1) {
        const bytes = inFile(number)
        if (bytes !== null) yield { bytes, isFirst: number === 1 }
      }
    },
    versions(number) {
      const page = inFile(number)
      return [...(frames.get(number) ?? []), ...(page === null ? [] : [page])]
    },
  }
}
