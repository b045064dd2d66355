import { ContractError } from '#core/contract/errors.ts'

/** @returns the bytes that a base64 text stands for. @throws ContractError `invalid-input` for any other text. */
export function decodeBase64(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64')
  // Node passes over signs that are none of base64, and stops at a padding.
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0
  if (bytes.length !== (base64.length / 4) * 3 - padding) throw new ContractError('invalid-input', { path: 'bytes' })
  return bytes
}
