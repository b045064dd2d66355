import { readFileSync, statSync } from 'node:fs'
import { ContractError } from '#core/contract/errors.ts'

/**
 * Reads a file if it is not too large, so that a huge one is refused before it fills the memory.
 * @param limit in bytes
 * @param tooLarge the error code of a file above the limit
 * @throws ContractError `file-missing` when it is not a readable file, and `tooLarge`.
 */
export function readBounded(path: string, limit: number, tooLarge: 'package-too-large' | 'import-too-large'): Buffer {
  try {
    const stat = statSync(path)
    if (!stat.isFile()) throw new ContractError('file-missing', { path })
    if (stat.size > limit) throw new ContractError(tooLarge, { path })
    return readFileSync(path)
  } catch (error) {
    if (error instanceof ContractError) throw error
    throw new ContractError('file-missing', { path }, { cause: error })
  }
}
