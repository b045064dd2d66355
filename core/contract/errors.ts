import { z } from 'zod'

/** Every reason for which a call is refused. `core/locale` has a message for each, with what to do next. */
export const errorCodeSchema = z.enum([
  'invalid-input',
  'not-found',
  'conflict',
  'locked',
  'not-editable',
  /** A message or a proposal of another person. */
  'not-yours',
  'would-move',
  'illegal-move',
  'role-not-allowed',
  /** In a store that follows a house: `needs` is the lowest role that may. */
  'not-your-role',
  'not-your-draft',
  /** Whoever wrote in a text does not approve it. */
  'own-text',
  /** Name and role of a person are those of the house file. */
  'house-decides',
  /** Nobody acts for another in a store that follows a house. */
  'by-in-house',
  'house-there',
  'no-house',
  'no-key',
  'house-damaged',
  'house-unsigned',
  'house-forged',
  'house-other',
  'house-older',
  'note-required',
  'not-approved',
  'no-headline',
  'checks-failed',
  'text-empty',
  'text-binary',
  'text-too-large',
  'article-file-invalid',
  'import-damaged',
  'import-empty',
  'import-newer',
  'import-too-large',
  'import-unsupported',
  'import-without-body',
  'parsing-too-long',
  'parsing-too-large',
  /** What others wrote into a picture that leaves. */
  'picture-too-complex',
  'package-unsound',
  'handover-unsound',
  'handover-not-for-you',
  /** Both sides changed the same words. */
  'handover-clash',
  /** Versions were left out that this store does not have. */
  'handover-without-base',
  'person-unknown',
  'image-unsupported',
  'image-too-large',
  'asset-missing',
  'asset-damaged',
  'article-damaged',
  'folder-missing',
  'folder-not-writable',
  'folder-not-chosen',
  'address-refused',
  'too-many-addresses',
  'name-too-long',
  'file-missing',
  'not-a-file',
  'package-too-large',
  'never-exported',
  'no-printer',
  'cancelled',
  'not-deletable',
  'in-the-bin',
  'destination-missing',
  'destination-busy',
  'delivery-missing',
  'delivery-over',
  'not-killed',
  /** An embargo cannot hide what readers have. */
  'already-public',
  'backup-failed',
  'backup-stopped',
  'backup-unsound',
  'backup-missing',
  'store-in-use',
  'store-read-only',
  'store-full',
  'store-corrupt',
  'store-newer',
  'store-foreign',
  'store-io',
  'connection-lost',
  'save-slow',
  'internal',
])
export type ErrorCode = z.infer<typeof errorCodeSchema>

/** A refusal that crosses the contract. `message` is for logs; people read the locale's message for `code`. */
export class ContractError extends Error {
  readonly code: ErrorCode
  readonly params: Record<string, string>

  constructor(code: ErrorCode, params: Record<string, string> = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.name = 'ContractError'
    this.code = code
    this.params = params
  }
}
