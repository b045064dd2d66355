import { z } from 'zod'
import { sectionSchema } from '../article/sections.ts'
import { HOUSE_TEMPLATES, snippetSchema, templateSchema } from '../article/templates.ts'
import { bindingSchema } from '../export/binding.ts'
import { extraFormatSchema } from '../export/formats.ts'
import { actorSchema, roleSchema } from '../review/states.ts'
import { listFilterSchema } from './articles.ts'
import { call } from './call.ts'
import { listOrderSchema } from './order.ts'

/** What typed characters are replaced by. */
const typingSchema = z.object({
  quotes: z.boolean(),
  dashes: z.boolean(),
  blocks: z.boolean(),
  digits: z.enum(['as-typed', 'latn', 'arab']),
})

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

const line = z.string().trim().max(500)

/** What exports say about the house. Empty: not given. */
const houseSchema = z.object({
  ...{ provider: line, rightsHolder: line, copyrightNotice: line, usageTerms: line },
  /** The web address of the house's logo. Older settings have none. */
  logo: line.default(''),
  /** The address of the house's site. Older settings have none. */
  site: line.default(''),
})

const limit = z.int().min(0).max(1000)

/** How wide fields may be on the house's site, in average letters of its font; 0: no limit. */
const limitsSchema = z.object({
  /** A CSS font family, as the site has it. */
  font: z.string().trim().min(1).max(200),
  kicker: limit,
  headline: limit,
  deck: limit,
  seoTitle: limit,
  seoDescription: limit,
})

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
})

const nameSchema = actorSchema.shape.name

export const settingsSchema = z.object({
  /** Empty until the person has entered it. */
  name: z.string().trim().max(200),
  role: roleSchema,
  language: z.enum(['ar', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** The digits of numbers that Midad itself shows: 0-9 or ٠-٩. */
  digits: z.enum(['latn', 'arab']),
  /** The last folder a package was written to; empty: the person's home. */
  exportFolder: z.string().max(4096),
  /** Formats that packages include besides those that they always have. */
  packageFormats: z.array(extraFormatSchema).max(20),
  typing: typingSchema,
  view: viewSchema,
  limits: limitsSchema,
  templates: z.array(templateSchema).max(100),
  snippets: z.array(snippetSchema).max(500),
  /** A further folder for backups, such as one on a USB stick; empty: only beside the store. */
  backupFolder: z.string().max(4096),
  savedSearches: z.array(savedSearchSchema).max(100),
  /** How each person last sorted the library, by the name in the settings. */
  orders: z.record(z.string().max(200), listOrderSchema),
  house: houseSchema,
  /** The sections of the house, in its order. Only an editor changes them. */
  sections: z.array(sectionSchema).max(300),
  /** How the checks of the checklist bind. Only an editor changes it. */
  binding: bindingSchema,
  /** Whether an editor who opens another’s article proposes changes, until the editor says otherwise. Only an editor changes it. */
  editorsPropose: z.boolean(),
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
