import { encoderOf } from '../../fields/encode.ts'

/**
 * The fields of a post over Ghost's Admin API. Ghost encodes titles, excerpts, alternative texts and the fields for search
 * engines when it shows them, but a caption is HTML.
 */
export const GHOST_FIELDS = {
  title: 'text',
  custom_excerpt: 'text',
  html: 'html',
  feature_image_alt: 'text',
  feature_image_caption: 'html',
  meta_title: 'text',
  meta_description: 'text',
  tag: 'name',
  src: 'url',
} as const

/** Encodes the fields of Ghost. */
export const ghostField = encoderOf(GHOST_FIELDS)
