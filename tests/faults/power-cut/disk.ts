import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Op } from '../native/shim.ts'

/** The unit that a power cut cannot tear. */
const SECTOR = 512

type Change = { offset: number; data: Buffer } | { size: number }
type File = { isFolder: false; durable: Buffer; pending: Change[] }
type Entry = File | { isFolder: true }
type NameChange = { folder: string; apply: (names: Map<string, Entry>) => void }

/** Decides which unsynced changes survive a cut. */
export type Luck = {
  /** @returns whether a change of a name, or a write, reached the disk. */
  keeps: () => boolean
  /** @returns whether a sector of such a write reached the disk. */
  keepsSector: () => boolean
  /** Whether changes reached the disk in order, up to the first that did not. */
  isOrdered: boolean
}

function extended(bytes: Buffer, size: number): Buffer {
  if (bytes.length >= size) return bytes
  const longer = Buffer.alloc(size)
  bytes.copy(longer)
  return longer
}

function applied(bytes: Buffer, change: Change, keepsSector: () => boolean): Buffer {
  if ('size' in change)
    return change.size < bytes.length ? bytes.subarray(0, change.size) : extended(bytes, change.size)
  let result = bytes
  for (let from = 0; from < change.data.length;) {
    const at = change.offset + from
    const to = Math.min(change.data.length, from + SECTOR - (at % SECTOR))
    if (keepsSector()) {
      result = extended(result, change.offset + to)
      change.data.copy(result, at, from, to)
    }
    from = to
  }
  return result
}

/**
 * A disk that promises only what POSIX does: a write is durable after a sync of its file, a name after a sync of its
 * folder. Anything else may be there or not, in parts and in any order.
 */
export class Disk {
  readonly #names = new Map<string, Entry>()
  #durableNames = new Map<string, Entry>()
  #pendingNames: NameChange[] = []
  readonly #byInode = new Map<number, File>()
  readonly #root: string

  /** @param root a folder; its present content counts as synced */
  constructor(root: string) {
    this.#root = root
    this.#read(root)
    this.#durableNames = new Map(this.#names)
  }

  #read(path: string): void {
    const { ino, isDirectory } = ((stat) => ({ ino: stat.ino, isDirectory: stat.isDirectory() }))(lstatSync(path))
    if (isDirectory) {
      this.#names.set(path, { isFolder: true })
      for (const name of readdirSync(path)) this.#read(join(path, name))
    } else {
      const file: File = { isFolder: false, durable: readFileSync(path), pending: [] }
      this.#names.set(path, file)
      this.#byInode.set(ino, file)
    }
  }

  #rename(path: string, change: (names: Map<string, Entry>) => void): void {
    change(this.#names)
    this.#pendingNames.push({ folder: dirname(path), apply: change })
  }

  do(op: Op): void {
    switch (op.kind) {
      case 'create': {
        const file: File = { isFolder: false, durable: Buffer.alloc(0), pending: [] }
        this.#byInode.set(op.inode, file)
        return this.#rename(op.path, (names) => names.set(op.path, file))
      }
      case 'mkdir':
        return this.#rename(op.path, (names) => names.set(op.path, { isFolder: true }))
      case 'unlink':
        return this.#rename(op.path, (names) => names.delete(op.path))
      case 'rename': {
        const moved = this.#names.get(op.path)
        if (moved === undefined) throw new Error(`${op.path} was renamed, and was never made`)
        return this.#rename(op.to, (names) => {
          names.delete(op.path)
          names.set(op.to, moved)
        })
      }
      case 'write':
        return void this.#file(op.inode).pending.push({ offset: op.offset, data: op.data })
      case 'truncate':
        return void this.#file(op.inode).pending.push({ size: op.size })
      case 'sync':
        return this.#sync(op.path, op.inode)
      case 'word':
    }
  }

  #file(inode: number): File {
    const file = this.#byInode.get(inode)
    if (file === undefined) throw new Error('A file was written that was never made')
    return file
  }

  #sync(path: string, inode: number): void {
    if (this.#names.get(path)?.isFolder === true) {
      for (const { folder, apply } of this.#pendingNames) if (folder === path) apply(this.#durableNames)
      this.#pendingNames = this.#pendingNames.filter(({ folder }) => folder !== path)
      return
    }
    const file = this.#file(inode)
    for (const change of file.pending) file.durable = applied(file.durable, change, () => true)
    file.pending = []
  }

  /** Writes what survives a cut into a new folder. */
  cut(target: string, { keeps, keepsSector, isOrdered }: Luck): void {
    const chosen = <T>(changes: readonly T[]): T[] => {
      if (!isOrdered) return changes.filter(keeps)
      const end = changes.findIndex(() => !keeps())
      return changes.slice(0, end === -1 ? changes.length : end)
    }
    const names = new Map(this.#durableNames)
    for (const { apply } of chosen(this.#pendingNames)) apply(names)
    mkdirSync(target, { recursive: true })
    const place = (path: string): string => join(target, path.slice(this.#root.length))
    const hasParents = (path: string): boolean =>
      path === this.#root || (names.has(dirname(path)) && hasParents(dirname(path)))
    for (const [path, entry] of [...names].toSorted(([a], [b]) => a.length - b.length)) {
      if (!hasParents(path)) continue
      if (entry.isFolder) {
        mkdirSync(place(path), { recursive: true })
        continue
      }
      let bytes: Buffer = Buffer.from(entry.durable)
      for (const change of chosen(entry.pending)) bytes = applied(bytes, change, keepsSector)
      writeFileSync(place(path), bytes)
    }
  }
}
