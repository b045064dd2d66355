import { basename } from 'node:path'
import { MAX_IMPORT_BYTES } from '#core/contract/import.ts'
import { readBounded } from './verify.ts'

/**
 * Reads a file for `import.recognise`.
 * @throws ContractError `file-missing`, `import-too-large`.
 */
export function readSource(path: string): { name: string; bytes: string } {
  const bytes = readBounded(path, MAX_IMPORT_BYTES, 'import-too-large')
  return { name: basename(path).slice(0, 255), bytes: bytes.toString('base64') }
}
