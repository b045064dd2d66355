import { textBlock } from './base.ts'

/** The fields of the head, in their fixed order. */
export const HEAD_TYPES = ['kicker', 'headline', 'deck', 'byline', 'dateline'] as const
export type HeadType = (typeof HEAD_TYPES)[number]

export const kickerSchema = textBlock('kicker')
export const headlineSchema = textBlock('headline')
export const deckSchema = textBlock('deck')
export const bylineSchema = textBlock('byline')
export const datelineSchema = textBlock('dateline')
