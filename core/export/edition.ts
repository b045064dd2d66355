import type { PackageAction } from './action.ts'

/** The newsroom that an article belongs to, as every export names it. An empty field is not given. */
export type House = {
  /** The newsroom's name. */
  readonly provider: string
  readonly rightsHolder: string
  readonly copyrightNotice: string
  readonly usageTerms: string
  /** The web address of its logo, for search engines. */
  readonly logo?: string | undefined
  /**
   * The address of its site. An article stands below it by its slug, and the files of a package by their paths in the
   * package.
   */
  readonly site?: string | undefined
  /** The digits of the dates on the house's pages; 0-9 by default. */
  readonly digits?: 'latn' | 'arab' | undefined
}

/** A house that has given nothing. */
export const NO_HOUSE: House = { provider: '', rightsHolder: '', copyrightNotice: '', usageTerms: '' }

/** One export of an article: what every format says about it besides its text. */
export type Edition = {
  /** Counts the exports of the article, from 1. */
  readonly version: number
  readonly action: PackageAction
  /** Whether nobody has approved the article, so that it must not be published. */
  readonly draft: boolean
  /** Whether the embargo had not ended at the time of the export. */
  readonly embargoed: boolean
  /** When the article was last changed, by the store; ISO 8601 in UTC. Never the time of the export. */
  readonly at: string
  /** When it first left the house approved; ISO 8601. Left out if it never did. */
  readonly firstAt?: string | undefined
  /** The web address at which readers have it. Left out while no site has told one. */
  readonly page?: string | undefined
  /** Why it is corrected, withdrawn or killed, in the editor's words. For desks, not for readers. */
  readonly note: string
  readonly house: House
}

/**
 * @returns what the receiver may do, in IPTC's terms. An article under embargo is withheld, for a receiver that does
 *   not know embargoes must not publish early.
 */
export function pubStatus({
  action,
  draft,
  embargoed,
}: Pick<Edition, 'action' | 'draft' | 'embargoed'>): 'usable' | 'withheld' | 'canceled' {
  if (action === 'kill') return 'canceled'
  return draft || embargoed || action === 'withdraw' ? 'withheld' : 'usable'
}

/** The publication status in the words of schema.org's `creativeWorkStatus`. */
export const STATUS_WORDS = { usable: 'Published', withheld: 'Draft', canceled: 'Canceled' } as const
