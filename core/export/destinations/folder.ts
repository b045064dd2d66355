import { z } from 'zod'

/** A folder that a CMS watches, or that another program carries on, as by SFTP. It has no secret. */
export const folderConfigSchema = z.object({
  kind: z.literal('folder'),
  /** An absolute path. */
  folder: z.string().trim().min(1).max(4096),
  /** `by-date`: into folders of year, month and day, made as they are needed. */
  layout: z.enum(['flat', 'by-date']),
})
export type FolderConfig = z.infer<typeof folderConfigSchema>
