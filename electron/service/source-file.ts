import { basename } from 'node:path'
import type { CallInput } from '#core/contract/contract.ts'
import { MAX_ARTICLE_FILE } from '#core/contract/import.ts'
import { MAX_TEXT_BYTES } from '#electron/files/decode-text.ts'
import { readBounded } from './verify.ts'

/** In UTF-8 an Arabic letter takes two bytes, and the contract counts letters. */
const MAX_FILE_BYTES = 2 * MAX_ARTICLE_FILE

/**
 * Reads the file of one article, for `import.article`.
 * @throws ContractError `file-missing`, `text-too-large`.
 */
export function readArticleSource(path: string): string {
  return readBounded(path, MAX_FILE_BYTES, 'text-too-large').toString('utf8')
}

/**
 * Reads a text file for `import.recognise`.
 * @throws ContractError `file-missing`, `text-too-large`.
 */
export function readSource(path: string): CallInput<'import.recognise'> {
  const bytes = readBounded(path, MAX_TEXT_BYTES, 'text-too-large')
  return { name: basename(path).slice(0, 255), bytes: bytes.toString('base64') }
}
