import { z } from 'zod'
import { HOUSE_TEMPLATES, snippetSchema, templateSchema } from '../article/templates.ts'
import { extraFormatSchema } from '../export/formats.ts'
import { roleSchema } from '../review/states.ts'
import { listFilterSchema } from './articles.ts'
import { call } from './call.ts'

/** What becomes of typed characters. */
const typingSchema = z.object({
  quotes: z.boolean(),
  dashes: z.boolean(),
  blocks: z.boolean(),
  digits: z.enum(['as-typed', 'latn', 'arab']),
})

/** How the page that is written on looks. */
const viewSchema = z.object({
  font: z.enum(['naskh', 'plex', 'system']),
  /** Of the text's own size, in percent. */
  zoom: z.int().min(70).max(200),
  width: z.enum(['narrow', 'normal', 'wide']),
  /** Whether all but the text steps back. */
  focus: z.boolean(),
  /** Whether the line being written stays in the middle of the window. */
  typewriter: z.boolean(),
})
export type View = z.infer<typeof viewSchema>

const line = z.string().trim().max(500)

/** What the house says of itself in what it exports. Empty: not given. */
const houseSchema = z.object({ provider: line, rightsHolder: line, copyrightNotice: line, usageTerms: line })

const limit = z.int().min(0).max(1000)

/** How wide the fields may come out on the house's site: in letters of middling width of its font; 0: no limit. */
const limitsSchema = z.object({
  /** A CSS font family, as the site has it. */
  font: z.string().trim().min(1).max(200),
  kicker: limit,
  headline: limit,
  deck: limit,
  seoTitle: limit,
  seoDescription: limit,
})

/** A question to the library that somebody puts again and again. */
export const savedSearchSchema = listFilterSchema.extend({
  id: z.string().min(1).max(64),
  name: z.string().trim().min(1).max(100),
  search: z.string().max(500),
  /** A group of states, as the library shows them. */
  group: z.string().max(40),
  /** Days that are counted back from the one on which it is asked; empty: those from `from` to `to`. */
  period: z.enum(['', 'today', 'week', 'month']),
})

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
  /** The formats that lie in a package beside what always does. */
  packageFormats: z.array(extraFormatSchema).max(20),
  typing: typingSchema,
  view: viewSchema,
  limits: limitsSchema,
  templates: z.array(templateSchema).max(100),
  snippets: z.array(snippetSchema).max(500),
  /** The folder that backups go to, such as one on a stick; empty: beside the store alone. */
  backupFolder: z.string().max(4096),
  savedSearches: z.array(savedSearchSchema).max(100),
  house: houseSchema,
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
  house: { provider: '', rightsHolder: '', copyrightNotice: '', usageTerms: '' },
}

export const settingsCalls = {
  'settings.get': call(z.object({}), settingsSchema),
  /** Changes what is given and leaves the rest. */
  'settings.set': call(settingsSchema.partial(), settingsSchema),
}
