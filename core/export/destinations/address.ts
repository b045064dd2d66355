import { z } from 'zod'
import { trimEndOf } from '../../text/trim.ts'

/** The address of a site as a person types it: http or https, with an optional path, without query or fragment. */
export const siteAddressSchema = z
  .string()
  .trim()
  .max(2048)
  .regex(/^https?:\/\/[^\s/?#@\\]+(?:\/[^\s?#\\]*)?$/iu)
  .transform((address) => trimEndOf(address, /\//u))
  // Not every host that looks like one can be asked for.
  .pipe(z.url())

/** The names of the house's sections at a destination. A section without an entry keeps its name. */
export const sectionsSchema = z
  .record(z.string().trim().min(1).max(500), z.string().trim().min(1).max(200))
  .refine((sections) => Object.keys(sections).length <= 200)

/** @returns the name of a section at a destination; empty for an article without a section. */
export function mappedSection(section: string, sections: Readonly<Record<string, string>>): string {
  const name = section.trim()
  return Object.hasOwn(sections, name) ? (sections[name] ?? name) : name
}

/** The accounts of bylines at a destination: a mail address or an account name for each. */
export const authorsSchema = z
  .record(z.string().trim().min(1).max(500), z.string().trim().min(1).max(200))
  .refine((authors) => Object.keys(authors).length <= 200)

/** Between the names of a byline: a comma of either script. */
const NEXT_NAME = /[,،]/u

/**
 * @param authors the account of each byline
 * @returns the accounts of a byline, or of the names that it lists, in their order; none for names that have no account
 */
export function mappedAuthors(byline: string, authors: Readonly<Record<string, string>> = {}): string[] {
  const whole = byline.trim()
  const names = Object.hasOwn(authors, whole) ? [whole] : whole.split(NEXT_NAME).map((name) => name.trim())
  return [...new Set(names.flatMap((name) => (Object.hasOwn(authors, name) ? [authors[name] ?? ''] : [])))]
}
