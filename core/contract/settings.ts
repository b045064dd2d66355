import { z } from 'zod'
import { roleSchema } from '../review/states.ts'
import { call } from './call.ts'

export const settingsSchema = z.object({
  /** Empty until the person has said who they are. */
  name: z.string().trim().max(200),
  role: roleSchema,
  language: z.enum(['ar', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** The digits of numbers that Midad itself shows: 0-9 or ٠-٩. */
  digits: z.enum(['latn', 'arab']),
  /** The last folder a package was written to; empty: the person's home. */
  exportFolder: z.string().max(4096),
})
export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = {
  name: '',
  role: 'reporter',
  language: 'ar',
  theme: 'system',
  digits: 'latn',
  exportFolder: '',
}

export const settingsCalls = {
  'settings.get': call(z.object({}), settingsSchema),
  /** Changes what is given and leaves the rest. */
  'settings.set': call(settingsSchema.partial(), settingsSchema),
}
