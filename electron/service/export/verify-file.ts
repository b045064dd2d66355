import { readFileSync, statSync } from 'node:fs'
import type { CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { schemasFolder } from '#electron/files/schemas.ts'
import { verifyPackage } from '#electron/files/verify-package.ts'

/** The largest package that is checked, in bytes. */
export const MAX_PACKAGE_BYTES = 512 * 1024 * 1024

/**
 * Checks the package in a file. It needs no store, so that any machine may check what another wrote.
 * @param schemas the folder of IPTC's schemas, where somebody has them.
 * @throws ContractError `file-missing` when there is nothing to read, `package-too-large`.
 */
export async function verifyFile(
  path: string,
  schemas: string | null = schemasFolder(process.env),
): Promise<CallOutput<'publish.verify'>> {
  return verifyPackage(readBounded(path, MAX_PACKAGE_BYTES, 'package-too-large'), schemas)
}

/**
 * Reads a file after looking at its size, so that a huge one is refused before it fills the memory.
 * @throws ContractError `file-missing` when it is no readable file, `tooLarge` beyond `limit` bytes.
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
