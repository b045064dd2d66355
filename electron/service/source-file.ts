import { basename } from 'node:path'
import type { CallInput } from '#core/contract/contract.ts'
import { MAX_TEXT_BYTES } from '#electron/files/decode-text.ts'
import { readBounded } from './verify.ts'

/**
 * Reads a text file for `import.recognise`.
 * @throws ContractError `file-missing`, `text-too-large`.
 */
export function readSource(path: string): CallInput<'import.recognise'> {
  const bytes = readBounded(path, MAX_TEXT_BYTES, 'text-too-large')
  return { name: basename(path).slice(0, 255), bytes: bytes.toString('base64') }
}
