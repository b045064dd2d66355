import { z } from 'zod'

/** A fault of a package. `path` is the file concerned, or empty. */
export const packageProblemSchema = z.object({
  code: z.enum([
    'not-a-zip',
    'too-large',
    'unsafe-path',
    'symlink',
    'duplicate-entry',
    'encrypted',
    'absurd-ratio',
    'not-a-bag',
    'unsupported-bag-version',
    'bad-manifest',
    'missing-file',
    'extra-file',
    'checksum-differs',
    'oxum-differs',
    'bad-package-json',
    'bad-article',
    'bad-json',
    'broken-link',
    'unnamed-picture',
    'identity-differs',
    'status-differs',
    'carries-body',
    'bad-ninjs',
    'bad-newsml',
    'bad-signature',
  ]),
  path: z.string(),
})
export type PackageProblem = z.infer<typeof packageProblemSchema>
