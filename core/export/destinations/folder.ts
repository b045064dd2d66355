import { z } from 'zod'

/** A folder that a CMS watches, or from which another program sends files on. It has no secret. */
export const folderConfigSchema = z.object({
  kind: z.literal('folder'),
  /** An absolute path. */
  folder: z.string().trim().min(1).max(4096),
  /** `by-date`: in folders for year, month and day, made as needed. */
  layout: z.enum(['flat', 'by-date']),
  /** Whether other accounts of the computer read the packages, such as that of a CMS, as far as the folder lets them. */
  readByOthers: z.boolean().default(false),
})
export type FolderConfig = z.infer<typeof folderConfigSchema>
