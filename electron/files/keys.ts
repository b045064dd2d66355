import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as signWith,
  verify as verifyWith,
} from 'node:crypto'

/** An Ed25519 key pair: the public key raw in hexadecimal, the private one as PKCS #8 in base64. */
export type KeyPair = { publicKey: string; privateKey: string }

/** A public key in DER (RFC 8410) is these bytes and the raw key. */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')
const SIGNATURE_BYTES = 64
const KEY_BYTES = 32

/** @returns a new key pair. */
export function createKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { format: 'der', type: 'spki' },
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
  })
  return {
    publicKey: publicKey.subarray(SPKI.length).toString('hex'),
    privateKey: privateKey.toString('base64'),
  }
}

/** @returns a public key as PEM, for other programs such as OpenSSL. */
export function publicKeyPem(publicKey: string): string {
  return String(publicKeyObject(Buffer.from(publicKey, 'hex')).export({ format: 'pem', type: 'spki' }))
}

/** @returns the raw key in hexadecimal of a PEM exactly as `publicKeyPem` writes it; null for anything else. */
export function publicKeyOfPem(pem: string): string | null {
  const base64 = /^-----BEGIN PUBLIC KEY-----\n([\w+/]{59}=)\n-----END PUBLIC KEY-----\n$/u.exec(pem)?.[1] ?? ''
  const raw = Buffer.from(base64, 'base64').subarray(SPKI.length).toString('hex')
  return base64 !== '' && publicKeyPem(raw) === pem ? raw : null
}

/** @returns the signature, 64 raw bytes. @throws when the private key is none. */
export function sign(privateKey: string, bytes: Uint8Array): Uint8Array {
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  return signWith(null, bytes, key)
}

/** @returns whether the holder of the key signed these bytes; false also for what is no key or no signature. */
export function verify(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const raw = Buffer.from(publicKey, 'hex')
  if (raw.length !== KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false
  return verifyWith(null, bytes, publicKeyObject(raw), signature)
}

function publicKeyObject(raw: Buffer) {
  return createPublicKey({ key: Buffer.concat([SPKI, raw]), format: 'der', type: 'spki' })
}
