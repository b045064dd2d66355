import { z } from 'zod'
import { actionSchema } from '../action.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u)

/** The most earlier packages that a package names. */
export const MAX_ANCESTORS = 50

/** One payload file: its path is the key, relative to `package.json`. */
export const packagedFileSchema = z.looseObject({
  /** The name of the original file; for files that Midad wrote, the last part of the path. */
  name: z.string().max(255),
  mediaType: z.string().max(255),
  sha256,
  size: z.int().nonnegative(),
  /**
   * For a picture: its hash in `article.json`. The bytes here differ, for caption, credit, alternative text and date
   * have been written into them; the pixels are the same.
   */
  source: sha256.optional(),
})
export type PackagedFile = z.infer<typeof packagedFileSchema>

/** `data/package.json`, the file that a CMS reads first. */
export const packageDescriptionSchema = z.looseObject({
  format: z.literal('midad-package'),
  formatVersion: z.literal(1),
  /** The article's URN, the same in every version. */
  id: z.string().min(1).max(512),
  version: z.int().positive(),
  action: actionSchema,
  /** The version that this one replaces; null for the first. */
  supersedes: z.int().positive().nullable(),
  /**
   * From what this version grew, newest first: the SHA-256 of earlier packages and of the revisions in them. Another store
   * that has one of them can merge this version into its own. Left out for the first package.
   */
  ancestors: z
    .array(sha256)
    .max(2 * MAX_ANCESTORS)
    .optional(),
  /** SHA-256 of the article's canonical JSON: `article.json` without its last newline. */
  contentHash: sha256,
  /** The revision in the store that was exported. */
  revision: z.string().max(128),
  /** True for an article that nobody has approved, which must not be published. */
  draft: z.boolean(),
  /** When the embargo ends, in UTC; null for none. Older packages have neither this nor `pubStatus`. */
  embargo: z.iso.datetime().nullable().optional(),
  /** What may be done with it at the time of export, in IPTC's terms: `withheld` for a draft and during an embargo. */
  pubStatus: z.enum(['usable', 'withheld', 'canceled']).optional(),
  headline: z.string(),
  language: z.string().max(35),
  files: z.record(z.string().min(1).max(512), packagedFileSchema),
})
export type PackageDescription = z.infer<typeof packageDescriptionSchema>
