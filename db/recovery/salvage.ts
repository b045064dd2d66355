import { readPages, type Pages, type Version } from './pages.ts'
import { decodeRecord, varint } from './record.ts'
import { knownRow, type KnownRow } from './row.ts'

const TABLE_LEAF = 0x0d
const FILE_HEADER = 100

/** How much of a payload is in the page itself (section 1.6, for the leaves of tables). */
function inPage(length: number, usable: number): number {
  const most = usable - 35
  if (length <= most) return length
  const least = Math.floor(((usable - 12) * 32) / 255) - 23
  const fitting = least + ((length - least) % (usable - 4))
  return fitting <= most ? fitting : least
}

type Choose = (versions: readonly Version[]) => Version | undefined

/** Collects a payload along its overflow pages, in one version of each. */
function collect(pages: Pages, start: Buffer, next: number, length: number, choose: Choose): Buffer | null {
  const parts = [start]
  let collected = start.length
  for (let page = next; collected < length;) {
    const bytes = choose(pages.versions(page))?.bytes
    if (bytes === undefined) return null
    const part = bytes.subarray(4, Math.min(pages.usable, 4 + length - collected))
    parts.push(part)
    collected += part.length
    page = bytes.readUInt32BE(0)
  }
  return Buffer.concat(parts, length)
}

function* payloads(pages: Pages, page: Version, at: number): Generator<{ rowid: number; payload: Buffer }> {
  const length = varint(page.bytes, at)
  const rowid = length === null ? null : varint(page.bytes, length.end)
  if (length === null || rowid === null || length.value < 0 || length.value > pages.sizeOfFile) return
  const local = inPage(length.value, pages.usable)
  const end = rowid.end + local
  if (end > page.bytes.length) return
  const start = page.bytes.subarray(rowid.end, end)
  if (local === length.value) return yield { rowid: rowid.value, payload: start }
  if (end + 4 > page.bytes.length) return
  const next = page.bytes.readUInt32BE(end)
  // The versions of that time; where they are not known, the newest and the oldest.
  const choices: Choose[] = [
    (versions) => versions.find(({ after }) => after <= page.after),
    (versions) => versions[0],
    (versions) => versions.at(-1),
  ]
  for (const choose of choices) {
    const payload = collect(pages, start, next, length.value, choose)
    if (payload !== null) yield { rowid: rowid.value, payload }
  }
}

/**
 * Reads the rows of our tables from a damaged file and its log without SQLite, page by page: also where the tree above the
 * pages is broken, and from freed pages. A row may come several times, in several versions, and may be wrong: the caller
 * checks its seal or hash. Never throws on damage.
 */
export function* salvage(file: Buffer, log: Buffer | null): Generator<KnownRow> {
  const pages = readPages(file, log)
  for (const page of pages.all()) {
    const { bytes } = page
    const head = page.number === 1 ? FILE_HEADER : 0
    if (bytes[head] !== TABLE_LEAF) continue
    const cells = Math.min(bytes.readUInt16BE(head + 3), Math.floor((bytes.length - head - 8) / 2))
    for (let cell = 0; cell < cells; cell += 1) {
      const at = bytes.readUInt16BE(head + 8 + 2 * cell)
      for (const { rowid, payload } of payloads(pages, page, at)) {
        const values = decodeRecord(payload)
        const known = values === null ? null : knownRow({ rowid, values })
        if (known !== null) yield known
      }
    }
  }
}
