import { ContractError } from '#core/contract/errors.ts'
import { readAll, withRegularFile } from '#db/regular-file.ts'

/**
 * Reads a file if it is not too large, so that a huge one is refused before it fills the memory.
 * @param limit in bytes
 * @param tooLarge the error code of a file above the limit
 * @throws ContractError `file-missing` when it cannot be read, `not-a-file` for a folder, a pipe or a device, and
 *   `tooLarge`.
 */
export function readBounded(
  path: string,
  limit: number,
  tooLarge: 'package-too-large' | 'import-too-large' | 'house-damaged',
): Buffer {
  try {
    return withRegularFile(path, (file) => {
      if (file.size > limit) throw new ContractError(tooLarge, { path })
      return readAll(file)
    })
  } catch (error) {
    if (error instanceof ContractError) throw error
    throw new ContractError('file-missing', { path }, { cause: error })
  }
}
