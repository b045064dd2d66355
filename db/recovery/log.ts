import { existsSync } from 'node:fs'
import { readRegularFile } from '../regular-file.ts'

/** The log of a store (its WAL), read without SQLite: https://sqlite.org/fileformat.html#walformat */
const HEADER = 32
const FRAME_HEADER = 24
const BIG_ENDIAN_SUMS = 0x377f_0683
const MAGICS = new Set([0x377f_0682, BIG_ENDIAN_SUMS])

export type LogState = {
  /** `cut`: the last transaction is incomplete, as after a power cut; `damaged`: more frames follow an invalid one. */
  state: 'whole' | 'cut' | 'damaged'
  /** Where the part of the log that SQLite reads ends, in bytes. */
  end: number
  pageSize: number
}

/** Reads a file of any size. @returns null when there is none. @throws as `readRegularFile`. */
export function readWhole(path: string): Buffer | null {
  return existsSync(path) ? readRegularFile(path) : null
}

type Sums = readonly [number, number]

function addSums([first, second]: Sums, bytes: Buffer, from: number, to: number, isBig: boolean): Sums {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let [a, b] = [first, second]
  for (let at = from; at < to; at += 8) {
    a = (a + view.getUint32(at, !isBig) + b) >>> 0
    b = (b + view.getUint32(at + 4, !isBig) + a) >>> 0
  }
  return [a, b]
}

const isSums = (bytes: Buffer, at: number, [a, b]: Sums): boolean =>
  bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b

/** Whether a frame is of this generation of the log, by its two salts, of which one may be damaged. */
function isOfNow(log: Buffer, at: number): boolean {
  const [first, second] = [log.readUInt32BE(at + 8), log.readUInt32BE(at + 12)]
  return first === log.readUInt32BE(16) || second === log.readUInt32BE(20) || (first === 0 && second === 0)
}

/**
 * Finds out whether SQLite reads all of a log. It stops without an error at the first frame with a wrong checksum. That is
 * right after a power cut, when nothing synced can follow; after a bit flip it loses every later save.
 */
export function inspectLog(log: Buffer): LogState {
  const pageSize = log.length >= HEADER ? log.readUInt32BE(8) : 0
  const isBig = log.length >= HEADER && log.readUInt32BE(0) === BIG_ENDIAN_SUMS
  const size = FRAME_HEADER + pageSize
  if (log.length < HEADER + FRAME_HEADER + 512) return { state: 'whole', end: 0, pageSize }
  // The header is synced before the first frame is written.
  const headerSums = addSums([0, 0], log, 0, 24, isBig)
  const isLog = MAGICS.has(log.readUInt32BE(0)) && pageSize >= 512 && isSums(log, 24, headerSums)
  if (!isLog) return { state: 'damaged', end: 0, pageSize }
  let [sums, end, at] = [headerSums, HEADER, HEADER]
  for (; at + size <= log.length; at += size) {
    const isSalted =
      log.readUInt32BE(at + 8) === log.readUInt32BE(16) && log.readUInt32BE(at + 12) === log.readUInt32BE(20)
    const next = addSums(addSums(sums, log, at, at + 8, isBig), log, at + FRAME_HEADER, at + size, isBig)
    if (!isSalted || !isSums(log, at + 16, next)) break
    sums = next
    if (log.readUInt32BE(at + 4) !== 0) end = at + size
  }
  let isCommitted = false
  let state: LogState['state'] = 'whole'
  for (; at + size <= log.length && isOfNow(log, at); at += size) {
    // After a commit there is nothing that was not synced before.
    state = isCommitted ? 'damaged' : 'cut'
    if (isCommitted) break
    isCommitted = log.readUInt32BE(at + 4) !== 0
  }
  return { state, end, pageSize }
}

/** @returns a log of the frames that SQLite skips, or null when it skips none. */
export function unreadLog(log: Buffer): Buffer | null {
  const { state, end } = inspectLog(log)
  return state === 'whole' ? null : Buffer.concat([log.subarray(0, HEADER), log.subarray(Math.max(end, HEADER))])
}

/**
 * Applies a log to a file in memory, as SQLite does.
 * @param file is changed, unless it has to grow
 * @returns the file as of the last complete transaction.
 */
export function applyLog(file: Buffer, log: Buffer): Buffer {
  const { end, pageSize } = inspectLog(log)
  let bytes = file
  for (let at = HEADER; at < end; at += FRAME_HEADER + pageSize) {
    const start = (log.readUInt32BE(at) - 1) * pageSize
    if (start + pageSize > bytes.length) bytes = Buffer.concat([bytes], Math.max(start + pageSize, bytes.length * 2))
    log.copy(bytes, start, at + FRAME_HEADER, at + FRAME_HEADER + pageSize)
    const pages = log.readUInt32BE(at + 4)
    if (pages !== 0 && at + FRAME_HEADER + pageSize === end) return bytes.subarray(0, pages * pageSize)
  }
  return bytes
}
