import { createCipheriv, createDecipheriv } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'

const ALGORITHM = 'aes-256-gcm'
const TAG_BYTES = 16

/** @returns the sealed bytes: ciphertext and tag, as WebCrypto writes them. */
export function seal(key: Uint8Array, nonce: Uint8Array, about: Uint8Array, bytes: Uint8Array): Buffer {
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(about)
  return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** How much is sealed at once, in bytes. */
const PIECE = 4 * 1024 * 1024

/** Seals as `seal` does, piece by piece: the event loop goes on between them. */
export async function sealInTurns(
  key: Uint8Array,
  nonce: Uint8Array,
  about: Uint8Array,
  bytes: Uint8Array,
): Promise<Buffer> {
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(about)
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += PIECE) {
    pieces.push(cipher.update(bytes.subarray(at, at + PIECE)))
    // oxlint-disable-next-line no-await-in-loop -- the pieces are sealed one after the other
    await setImmediate()
  }
  return Buffer.concat([...pieces, cipher.final(), cipher.getAuthTag()])
}

/** Opens sealed bytes piece by piece. Nothing may be done with what it opened before `isGenuine` says so. */
export type Unsealer = {
  /** @returns what this piece and those before add to the opened bytes. */
  open(piece: Uint8Array): Buffer
  /** Called after the last piece. @returns whether all was sealed with this key and nonce about this. */
  isGenuine(): boolean
}

/** @returns what opens one sequence of bytes that `seal` sealed. */
export function createUnsealer(key: Uint8Array, nonce: Uint8Array, about: Uint8Array): Unsealer {
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(about)
  // The last bytes so far, which may be the tag.
  let last = Buffer.alloc(0)
  return {
    open(piece) {
      const known = Buffer.concat([last, piece])
      const end = Math.max(0, known.length - TAG_BYTES)
      last = known.subarray(end)
      return decipher.update(known.subarray(0, end))
    },
    isGenuine() {
      if (last.length < TAG_BYTES) return false
      decipher.setAuthTag(last)
      try {
        decipher.final()
        return true
      } catch {
        // The only reason for which `final` throws: the tag is wrong.
        return false
      }
    },
  }
}

/** @returns the opened bytes; null when they were not sealed with this key and nonce about this. */
export function unseal(key: Uint8Array, nonce: Uint8Array, about: Uint8Array, sealed: Uint8Array): Buffer | null {
  const unsealer = createUnsealer(key, nonce, about)
  const bytes = unsealer.open(sealed)
  return unsealer.isGenuine() ? bytes : null
}
