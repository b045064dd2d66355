/**
 * A package is signed by the tag manifest, which holds the hash of every other tag file, and these the hash of every file. No
 * manifest can list the signature.
 */
export const SIGNED_FILE = 'tagmanifest-sha256.txt'
/** 64 raw bytes of Ed25519 (RFC 8032). */
export const SIGNATURE_FILE = 'tagmanifest-sha256.txt.sig'
/** The key of whoever signed, as SPKI in PEM. */
export const KEY_FILE = 'public-key.pem'

/** The end of a store's audit, as it is known outside that store. */
export type AuditHead = { journal: string; number: number; running: string }

/** Who signs a package. */
export type Signer = {
  readonly name: string
  /** What two people read to each other to know a key. */
  readonly fingerprint: string
  /** The public key as SPKI in PEM. */
  readonly pem: string
  /** The end of the audit of the store, so that somebody else knows how far it went; null for none. */
  readonly head: AuditHead | null
  /** @returns the signature of these bytes, 64 raw bytes. */
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

const NAME_FIELD = 'Contact-Name'
const FINGERPRINT_FIELD = 'Key-Fingerprint'
const HEAD_FIELD = 'Audit-Head'
const HEAD = /^(?<journal>[\da-f]{32}) (?<number>[1-9]\d{0,14}) (?<running>[\da-f]{64})$/u

/** A line break in a value would forge a field (RFC 8493, 2.2.2). */
const onOneLine = (value: string): string => value.replaceAll(/[\r\n]/gu, ' ')

type Said = Pick<Signer, 'name' | 'fingerprint' | 'head'>

/** @returns the lines of `bag-info.txt` that say who signed. */
export function signerFields({ name, fingerprint, head }: Said): string[] {
  return [
    `${NAME_FIELD}: ${onOneLine(name)}`,
    `${FINGERPRINT_FIELD}: ${fingerprint}`,
    ...(head === null ? [] : [`${HEAD_FIELD}: ${head.journal} ${head.number} ${head.running}`]),
  ]
}

/** @returns what `bag-info.txt` says of the signer, empty for what it does not say. */
export function readSignerFields(bagInfo: string): Said {
  const valueOf = (field: string): string => {
    const line = bagInfo.split(/\r\n|\n|\r/u).find((each) => each.startsWith(`${field}: `))
    return line?.slice(field.length + 2).trim() ?? ''
  }
  const { journal = '', number = '', running = '' } = HEAD.exec(valueOf(HEAD_FIELD))?.groups ?? {}
  const head = journal === '' ? null : { journal, number: Number(number), running }
  return { name: valueOf(NAME_FIELD), fingerprint: valueOf(FINGERPRINT_FIELD), head }
}
