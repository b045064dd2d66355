import { z } from 'zod'

const shortText = z.string().max(500)

/** What a CMS needs to know about an article beside its text. Empty string or list: not given. */
export const metadataSchema = z.looseObject({
  /** The house's name for the sort of article: news, report, interview, opinion… */
  kind: shortText,
  /** The name that follows the article through its life; the export makes a file-safe form of it. */
  slug: shortText,
  section: shortText,
  keywords: z.array(shortText).max(100),
  /** IPTC media topic codes, such as `medtop:11000000`. */
  mediaTopics: z.array(shortText).max(50),
  /** IPTC urgency: 1 is the most urgent, 8 the least; null when not given. */
  urgency: z.int().min(1).max(8).nullable(),
  /** An ISO 8601 time with offset before which nobody may publish; null for none. */
  embargo: z.iso.datetime({ offset: true }).nullable(),
  place: shortText,
  sources: z.array(shortText).max(100),
  seoTitle: shortText,
  seoDescription: z.string().max(2000),
  /** A BCP 47 tag. */
  language: z.string().min(2).max(35),
})

export type Metadata = z.infer<typeof metadataSchema>

/** @returns the metadata of an article about which nothing is known yet: Arabic, all else empty. */
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
