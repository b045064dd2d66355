import { z } from 'zod'
import { HOUSE_TEMPLATES } from '../article/templates.ts'
import { bindingSchema } from '../export/binding.ts'
import { extraFormatSchema } from '../export/formats.ts'
import { houseSettingsSchema } from '../newsroom/house-settings.ts'
import { actorSchema, roleSchema } from '../review/states.ts'
import { listFilterSchema } from './articles.ts'
import { call } from './call.ts'
import { listOrderSchema } from './order.ts'

/** How the writing page looks. */
const viewSchema = z.object({
  font: z.enum(['naskh', 'plex', 'system']),
  /** In percent of the normal size. */
  zoom: z.int().min(70).max(200),
  width: z.enum(['narrow', 'normal', 'wide']),
  /** Whether everything but the text is dimmed or hidden. */
  focus: z.boolean(),
  /** Whether the line being written stays in the middle of the window. */
  typewriter: z.boolean(),
})
export type View = z.infer<typeof viewSchema>

/** A search of the library, saved under a name. */
export const savedSearchSchema = listFilterSchema.extend({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(100),
  search: z.string().max(500),
  /** A group of states, as the library shows them. */
  group: z.string().max(40),
  /** Days counted back from today; empty: from `from` to `to`. */
  period: z.enum(['', 'today', 'week', 'month']),
  /** Whether only what waits for whoever asks is found. Older settings do not say. */
  needsMe: z.boolean().default(false),
  /** By when a text that is not approved is due. Older settings do not say. */
  due: z.enum(['', 'overdue', 'today', 'week']).default(''),
})

const nameSchema = actorSchema.shape.name

export const settingsSchema = houseSettingsSchema.extend({
  /** Empty until the person has entered it. */
  name: z.string().trim().max(200),
  role: roleSchema,
  language: z.enum(['ar', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** The last folder a package was written to; empty: the person's home. */
  exportFolder: z.string().max(4096),
  /** Formats that packages include besides those that they always have. */
  packageFormats: z.array(extraFormatSchema).max(20),
  view: viewSchema,
  /** A further folder for backups, such as one on a USB stick; empty: only beside the store. */
  backupFolder: z.string().max(4096),
  /** A folder that several machines share, for hand-overs; empty for none. */
  postFolder: z.string().max(4096),
  savedSearches: z.array(savedSearchSchema).max(100),
  /** How each person last sorted the library, by the name in the settings. */
  orders: z.record(z.string().max(200), listOrderSchema),
})
export type Settings = z.infer<typeof settingsSchema>

export const DEFAULT_SETTINGS: Settings = {
  name: '',
  role: 'reporter',
  language: 'ar',
  theme: 'system',
  digits: 'latn',
  exportFolder: '',
  packageFormats: [],
  typing: { quotes: true, dashes: true, blocks: true, digits: 'as-typed' },
  view: { font: 'naskh', zoom: 100, width: 'normal', focus: false, typewriter: false },
  limits: { font: 'Arial', kicker: 25, headline: 75, deck: 160, seoTitle: 60, seoDescription: 155 },
  templates: [...HOUSE_TEMPLATES],
  snippets: [],
  backupFolder: '',
  postFolder: '',
  savedSearches: [],
  orders: {},
  house: { provider: '', rightsHolder: '', copyrightNotice: '', usageTerms: '', logo: '', site: '' },
  sections: [],
  binding: bindingSchema.parse({}),
  editorsPropose: false,
}

export const settingsCalls = {
  'settings.get': call(z.object({}), settingsSchema),
  /** Changes what is given and leaves the rest. A name that was given is never taken away. */
  'settings.set': call(settingsSchema.partial().extend({ name: nameSchema.optional() }), settingsSchema),
}
