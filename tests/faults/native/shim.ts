import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync, readSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const SOURCE = join(import.meta.dirname, 'shim.c')
const FOLDER = join(import.meta.dirname, '..', '..', '..', '.cache', 'faults')

/**
 * Compiles the library that intercepts the file calls of a process, when it is older than its source.
 * @returns its path, or null where it cannot be compiled: it needs Linux with glibc, and gcc.
 */
export function buildShim(): string | null {
  if (process.platform !== 'linux') return null
  const path = join(FOLDER, `shim-${process.arch}.so`)
  if (existsSync(path) && statSync(path).mtimeMs > statSync(SOURCE).mtimeMs) return path
  mkdirSync(FOLDER, { recursive: true })
  const args = ['-shared', '-fPIC', '-O2', '-Wall', '-Wextra', '-Werror', '-o', path, SOURCE, '-ldl', '-lpthread']
  const { status, error } = spawnSync('gcc', args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') return null
  if (status !== 0) throw new Error('gcc could not compile the library of the faults')
  return path
}

/** Why a test is skipped when `buildShim` returns null. */
export const NO_SHIM = 'skipped: it needs Linux and gcc (with libc6-dev)'

type Shimmed = { shim: string; folder: string; log?: string; control?: Control }

/** @returns the environment of a process whose calls on files of a folder are recorded or refused. */
export function shimEnv({ shim, folder, log, control }: Shimmed): Record<string, string> {
  return {
    LD_PRELOAD: shim,
    MIDAD_FAULTS_FOLDER: folder,
    ...(log === undefined ? {} : { MIDAD_FAULTS_LOG: log }),
    ...(control === undefined ? {} : { MIDAD_FAULTS_CONTROL: control.path }),
  }
}

const MODES = { off: 0, once: 1, from: 2, kill: 3 }
/** Error numbers of Linux. */
const ERRORS = { EIO: 5, ENOSPC: 28 }
export type Refusal = keyof typeof ERRORS

/** Controls the shim of a running process, through shared memory. */
export type Control = {
  readonly path: string
  /** Counts calls from 0. Call `target` fails, or all from it on, or it kills the process. */
  arm(mode: 'once' | 'from' | 'kill', target: number, error?: Refusal): void
  /** Passes all calls uncounted, until `resume`. */
  pause(): void
  resume(): void
  /** Stops refusing. @returns how many calls there were since `arm`, and which was refused first. */
  disarm(): { calls: number; hit: string }
}

/** @param path a file outside the recorded folder; made when it is missing */
export function createControl(path: string): Control {
  if (!existsSync(path)) writeFileSync(path, Buffer.alloc(128))
  const file = openSync(path, 'r+')
  const setMode = (mode: number): void => {
    const bytes = Buffer.alloc(4)
    bytes.writeInt32LE(mode)
    writeSync(file, bytes, 0, 4, 0)
  }
  let armed = 0
  return {
    path,
    arm(mode, target, error = 'EIO') {
      const bytes = Buffer.alloc(128)
      bytes.writeInt32LE(ERRORS[error], 4)
      bytes.writeBigInt64LE(BigInt(target), 8)
      writeSync(file, bytes, 0, 128, 0)
      armed = MODES[mode]
      // Written last: it starts the counting.
      setMode(armed)
    },
    pause: () => setMode(0),
    resume: () => setMode(armed),
    disarm() {
      armed = 0
      setMode(0)
      const bytes = Buffer.alloc(128)
      readSync(file, bytes, 0, 128, 0)
      return {
        calls: Number(bytes.readBigInt64LE(16)),
        hit: bytes.toString('utf8', 24, 120).replace(/\0.*$/su, ''),
      }
    },
  }
}

/** A change to the files of the folder, or an entry that the program wrote itself. */
export type Op =
  | { kind: 'create' | 'unlink' | 'mkdir'; path: string; inode: number }
  | { kind: 'rename'; path: string; to: string }
  | { kind: 'write'; inode: number; offset: number; data: Buffer }
  | { kind: 'truncate'; inode: number; size: number }
  | { kind: 'sync'; path: string; inode: number }
  | { kind: 'word'; text: string }

const HEADER = 32

/** @returns the record of the shim, in order. */
export function readLog(path: string): Op[] {
  const bytes = readFileSync(path)
  const ops: Op[] = []
  for (let at = 0; at < bytes.length;) {
    const [pathLength, dataLength] = [bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)]
    const [inode, offset] = [Number(bytes.readBigUInt64LE(at + 16)), Number(bytes.readBigUInt64LE(at + 24))]
    const name = bytes.toString('utf8', at + HEADER, at + HEADER + pathLength)
    const data = bytes.subarray(at + HEADER + pathLength, at + HEADER + pathLength + dataLength)
    ops.push(opOf(String.fromCodePoint(bytes[at] ?? 0), { path: name, inode, offset, data }))
    at += HEADER + pathLength + dataLength
  }
  return ops
}

type Raw = { path: string; inode: number; offset: number; data: Buffer }

function opOf(kind: string, { path, inode, offset, data }: Raw): Op {
  switch (kind) {
    case 'C':
      return { kind: 'create', path, inode }
    case 'U':
      return { kind: 'unlink', path, inode }
    case 'M':
      return { kind: 'mkdir', path, inode }
    case 'R':
      return { kind: 'rename', path, to: data.toString('utf8') }
    case 'W':
      return { kind: 'write', inode, offset, data }
    case 'T':
      return { kind: 'truncate', inode, size: offset }
    case 'S':
      return { kind: 'sync', path, inode }
    case 'A':
      return { kind: 'word', text: data.toString('utf8') }
    default:
      throw new Error(`The log has an unknown record: ${kind}`)
  }
}
