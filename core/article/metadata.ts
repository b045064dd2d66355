import { z } from 'zod'

const shortText = z.string().max(500)

/** What a CMS needs about an article besides its text. An empty string or list means that the field is not set. */
export const metadataSchema = z.looseObject({
  /** The house's name for the kind of article: news, report, interview, opinion… */
  kind: shortText,
  /** A short working name for the article. Exports derive file names from it. */
  slug: shortText,
  section: shortText,
  keywords: z.array(shortText).max(100),
  /** IPTC media topic codes, such as `medtop:11000000`. */
  mediaTopics: z.array(shortText).max(50),
  /** IPTC urgency from 1 (most urgent) to 8; null when not set. */
  urgency: z.int().min(1).max(8).nullable(),
  /** Nobody may publish before this time (ISO 8601 with offset); null for no embargo. */
  embargo: z.iso.datetime({ offset: true }).nullable(),
  place: shortText,
  sources: z.array(shortText).max(100),
  seoTitle: shortText,
  seoDescription: z.string().max(2000),
  /** A BCP 47 tag, such as `ar`. */
  language: z.string().min(2).max(35),
})

export type Metadata = z.infer<typeof metadataSchema>

/** @returns the metadata of a new article: kind `news`, language Arabic, everything else empty. */
export function emptyMetadata(): Metadata {
  return {
    kind: 'news',
    slug: '',
    section: '',
    keywords: [],
    mediaTopics: [],
    urgency: null,
    embargo: null,
    place: '',
    sources: [],
    seoTitle: '',
    seoDescription: '',
    language: 'ar',
  }
}
