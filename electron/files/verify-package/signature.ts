import type { PackageProblem } from '#core/export/package/problems.ts'
import {
  type AuditHead,
  KEY_FILE,
  readSignerFields,
  SIGNATURE_FILE,
  SIGNED_FILE,
} from '#core/export/package/signature.ts'
import { fingerprintOf } from '#core/newsroom/fingerprint.ts'
import { publicKeyOfPem, verify } from '../keys.ts'
import type { BagFiles } from './bag.ts'

/** Whose key signed a package. The name is what the package says, which proves nothing. */
export type PackageSigner = { publicKey: string; fingerprint: string; name: string; head: AuditHead | null }

/** A key file of more is none. */
const MAX_KEY_BYTES = 1024
const MAX_NAME = 200

function textOf(files: BagFiles, path: string): string {
  const bytes = files.get(path)
  return bytes ? Buffer.from(bytes).toString('utf8') : ''
}

/**
 * Reads who signed a package.
 * @returns null for one that is not signed, or whose signature does not hold, with the file at fault. A package that says that
 *   it was signed, or has a part of a signature, must have all of it.
 */
export function readSignature(files: BagFiles): { signer: PackageSigner | null; problems: PackageProblem[] } {
  const { name, fingerprint, head } = readSignerFields(textOf(files, 'bag-info.txt'))
  const parts = [SIGNATURE_FILE, KEY_FILE]
  if (fingerprint === '' && !parts.some((path) => files.has(path))) return { signer: null, problems: [] }
  const missing = parts.find((path) => !files.has(path))
  if (missing !== undefined) return { signer: null, problems: [{ code: 'missing-file', path: missing }] }
  const bad = (path: string) => ({ signer: null, problems: [{ code: 'bad-signature' as const, path }] })
  const pem = (files.get(KEY_FILE)?.length ?? 0) > MAX_KEY_BYTES ? '' : textOf(files, KEY_FILE)
  const publicKey = publicKeyOfPem(pem)
  if (publicKey === null) return bad(KEY_FILE)
  if (fingerprintOf(publicKey) !== fingerprint) return bad('bag-info.txt')
  const [signed, signature] = [files.get(SIGNED_FILE), files.get(SIGNATURE_FILE)]
  if (!signed || !signature || !verify(publicKey, signed, signature)) return bad(SIGNATURE_FILE)
  return { signer: { publicKey, fingerprint, name: name.slice(0, MAX_NAME), head }, problems: [] }
}
