import type { CallOutput } from '#core/contract/contract.ts'
import { verifyPackage } from '#electron/files/verify-package/verify-package.ts'
import { readBounded } from '../folders/read-bounded.ts'

/** The largest package that is verified, in bytes. */
const MAX_PACKAGE_BYTES = 512 * 1024 * 1024

/**
 * Verifies the package in a file. It needs no store, so that any machine can verify what another wrote.
 * @param schemas the folder of IPTC's schemas, or null where there is none
 * @throws ContractError `file-missing`, `not-a-file`, `package-too-large`.
 */
export function verifyFile({
  path,
  schemas,
}: {
  path: string
  schemas: string | null
}): Promise<CallOutput<'publish.verify'>> {
  return verifyPackage(readBounded(path, MAX_PACKAGE_BYTES, 'package-too-large'), schemas)
}
