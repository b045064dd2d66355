import type { Printer } from '#electron/files/print/page.ts'
import type { WriteContext } from '../articles/write-context.ts'
import type { Signer } from '#core/export/package/signature.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Parse } from '../parsing/parse.ts'

/** What an export needs, for one call of one client. */
export type ExportContext = WriteContext & {
  jobs: Jobs
  parse: Parse
  /** @returns who signs packages; null where nobody can, or a program acts for somebody. */
  packageSigner: () => Signer | null
  /** Undefined where nothing can print. */
  print?: Printer
}
