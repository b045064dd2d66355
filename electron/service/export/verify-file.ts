import type { CallOutput } from '#core/contract/contract.ts'
import { schemasFolder } from '#electron/files/verify-package/schemas.ts'
import { verifyPackage } from '#electron/files/verify-package/verify-package.ts'
import { readBounded } from '../folders/read-bounded.ts'

/** The largest package that is verified, in bytes. */
const MAX_PACKAGE_BYTES = 512 * 1024 * 1024

/**
 * Verifies the package in a file. It needs no store, so that any machine can verify what another wrote.
 * @param schemas the folder of IPTC's schemas, or null where there is none
 * @throws ContractError `file-missing` when there is nothing to read, `package-too-large`.
 */
export async function verifyFile(
  path: string,
  schemas: string | null = schemasFolder(process.env),
): Promise<CallOutput<'publish.verify'>> {
  return verifyPackage(readBounded(path, MAX_PACKAGE_BYTES, 'package-too-large'), schemas)
}
