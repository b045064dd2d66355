import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Article } from './article.ts'

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/**
 * Serialises a JSON value canonically (RFC 8785, JCS): keys sorted by UTF-16 code unit, no white space. Properties that
 * are `undefined` are left out, as in `JSON.stringify`.
 * @throws TypeError for a value that JSON cannot hold: a function, a bigint, NaN or an infinity
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (isRecord(value)) return recordJson(value)
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError('JSON has no such number')
  const json: string | undefined = JSON.stringify(value)
  if (json === undefined) throw new TypeError(`JSON has no ${typeof value}`)
  return json
}

/** Concatenates strings: every save runs this, and building arrays of entries first took half of its time. */
function recordJson(value: Record<string, unknown>): string {
  let json = ''
  // The default order is by UTF-16 code unit. `localeCompare` would depend on the machine.
  for (const key of Object.keys(value).toSorted()) {
    const item = value[key]
    if (item !== undefined) json += `${json === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`
  }
  return `{${json}}`
}

/** @returns the SHA-256 of bytes, or of the UTF-8 of a string, in lower-case hexadecimal. */
export function sha256Hex(data: Uint8Array | string): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data))
}

/** @returns the hash of an article's canonical JSON. Revisions and packages are addressed by it. */
export function articleHash(article: Article): string {
  return sha256Hex(canonicalJson(article))
}
