import { z } from 'zod'

/** A site's address as a person types it: http or https, with a path when the CMS lies in a folder, nothing behind it. */
export const siteAddressSchema = z
  .string()
  .trim()
  .max(2048)
  .regex(/^https?:\/\/[^\s/?#@\\]+(?:\/[^\s?#\\]*)?$/iu)
  .transform((address) => address.replace(/\/+$/u, ''))

/** The house's sections, and what each is called where the article goes. A section that is not here keeps its name. */
export const sectionsSchema = z
  .record(z.string().trim().min(1).max(500), z.string().trim().min(1).max(200))
  .refine((sections) => Object.keys(sections).length <= 200)

/** @returns what a section is called at a destination; empty for an article without one. */
export function mappedSection(section: string, sections: Readonly<Record<string, string>>): string {
  const name = section.trim()
  return Object.hasOwn(sections, name) ? (sections[name] ?? name) : name
}
