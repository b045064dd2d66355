import { z } from 'zod'
import { sectionSchema } from '../article/sections.ts'
import { snippetSchema, templateSchema } from '../article/templates.ts'
import { bindingSchema } from '../export/binding.ts'

/** What typed characters are replaced by. */
const typingSchema = z.object({
  quotes: z.boolean(),
  dashes: z.boolean(),
  blocks: z.boolean(),
  digits: z.enum(['as-typed', 'latn', 'arab']),
})

const line = z.string().trim().max(500)

/** What exports say about the house. Empty: not given. */
const publisherSchema = z.object({
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

/** The settings that a house shares. In a store that follows a house file, they are those of the file. */
export const houseSettingsSchema = z.object({
  /** The digits of numbers that Midad itself shows: 0-9 or ٠-٩. */
  digits: z.enum(['latn', 'arab']),
  typing: typingSchema,
  limits: limitsSchema,
  templates: z.array(templateSchema).max(100),
  snippets: z.array(snippetSchema).max(500),
  house: publisherSchema,
  /** The sections of the house, in its order. Only an editor changes them. */
  sections: z.array(sectionSchema).max(300),
  /** How the checks of the checklist bind. Only an editor changes it. */
  binding: bindingSchema,
  /** Whether an editor who opens another’s article proposes changes, until the editor says otherwise. Only an editor changes it. */
  editorsPropose: z.boolean(),
})
export type HouseSettings = z.infer<typeof houseSettingsSchema>

/** @returns the part of settings that a house shares. */
export function houseSettingsOf(settings: HouseSettings): HouseSettings {
  return houseSettingsSchema.parse(settings)
}
