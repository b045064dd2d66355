import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { ContractError } from '#core/contract/errors.ts'

/** Opening a pipe would wait for its writer. Windows, where the second is undefined, has no such files. */
const READ = constants.O_RDONLY | constants.O_NONBLOCK

/**
 * Reads a file if it is not too large, so that a huge one is refused before it fills the memory.
 * @param limit in bytes
 * @param tooLarge the error code of a file above the limit
 * @throws ContractError `file-missing` when it cannot be read, `not-a-file` for a folder, a pipe or a device, and
 *   `tooLarge`.
 */
export function readBounded(path: string, limit: number, tooLarge: 'package-too-large' | 'import-too-large'): Buffer {
  let file: number | null = null
  try {
    file = openSync(path, READ)
    const stat = fstatSync(file)
    if (!stat.isFile()) throw new ContractError('not-a-file', { path })
    if (stat.size > limit) throw new ContractError(tooLarge, { path })
    return readFileSync(file)
  } catch (error) {
    if (error instanceof ContractError) throw error
    throw new ContractError('file-missing', { path }, { cause: error })
  } finally {
    if (file !== null) closeSync(file)
  }
}
