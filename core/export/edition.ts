import type { PackageAction } from './action.ts'

/** Whose article it is: what a house says of itself in everything that leaves it. Empty: not given. */
export type House = {
  /** The newsroom's name. */
  readonly provider: string
  readonly rightsHolder: string
  readonly copyrightNotice: string
  readonly usageTerms: string
  /** The digits of dates that the house's pages show; 0-9 unless told otherwise. */
  readonly digits?: 'latn' | 'arab' | undefined
}

/** A house of which nothing is known. */
export const NO_HOUSE: House = { provider: '', rightsHolder: '', copyrightNotice: '', usageTerms: '' }

/** One issue of an article: all that every format says of it beside its words. */
export type Edition = {
  /** Counts the exports of the article, from 1. */
  readonly version: number
  readonly action: PackageAction
  /** Whether nobody has approved the article: it is then not to be published. */
  readonly draft: boolean
  /** Whether the article's embargo had not ended when it left. */
  readonly embargoed: boolean
  /** When the article became what it is, as the store knows it; ISO 8601 in UTC. Never the time of the export. */
  readonly at: string
  /** Why it is corrected, withdrawn or killed, in the editor's words; for desks, not for readers. */
  readonly note: string
  readonly house: House
}

/**
 * What the receiver may do with an issue, in IPTC's terms. An embargo withholds: a receiver that knows nothing of
 * embargoes must not publish early.
 */
export function pubStatus({
  action,
  draft,
  embargoed,
}: Pick<Edition, 'action' | 'draft' | 'embargoed'>): 'usable' | 'withheld' | 'canceled' {
  if (action === 'kill') return 'canceled'
  return draft || embargoed || action === 'withdraw' ? 'withheld' : 'usable'
}

/** The same in schema.org's `creativeWorkStatus`. */
export const STATUS_WORDS = { usable: 'Published', withheld: 'Draft', canceled: 'Canceled' } as const
