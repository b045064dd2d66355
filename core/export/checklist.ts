import { z } from 'zod'
import type { Article } from '../article/article.ts'
import type { AnyBlock, Block, Figure } from '../article/block.ts'
import { blockText, headText } from '../article/plain-text.ts'
import { childBlocks, figures } from '../article/text-nodes.ts'
import { traitsOf } from '../article/traits.ts'
import { bodyText } from './body-text.ts'
import { hasUnknownContent } from './unknown.ts'

/** What an editor should know before an article leaves. Whether it stops anything is decided by `binding.ts`. */
export const checkFindingSchema = z.object({
  code: z.enum([
    'no-headline',
    'no-body',
    'no-byline',
    'no-section',
    'no-slug',
    'no-deck',
    'figure-without-image',
    'no-alt-text',
    'no-caption',
    'no-credit',
    'embargo-in-future',
    'no-address',
    'no-correction-text',
    'unknown-content',
    'open-comments',
    'open-proposals',
  ]),
  /** `info` says what is so, and asks for nothing. */
  severity: z.enum(['error', 'warning', 'info']),
  /** The block that it concerns; null for the article as a whole. */
  blockId: z.string().nullable(),
})
export type CheckFinding = z.infer<typeof checkFindingSchema>

type Code = CheckFinding['code']

const error = (code: Code, blockId: string | null = null): CheckFinding => ({ code, severity: 'error', blockId })
const warning = (code: Code, blockId: string | null = null): CheckFinding => ({ code, severity: 'warning', blockId })
const info = (code: Code): CheckFinding => ({ code, severity: 'info', blockId: null })
const isBlank = (text: string): boolean => text.trim() === ''

/** A picture needs an alternative text for screen readers, and a credit to be published. */
function checkFigure(figure: Figure): CheckFinding[] {
  const [caption, credit] = figure.children
  return [
    ...(figure.asset === undefined ? [warning('figure-without-image', figure.id)] : []),
    ...(figure.asset !== undefined && isBlank(figure.alt) ? [warning('no-alt-text', figure.id)] : []),
    ...(isBlank(blockText(caption)) ? [warning('no-caption', figure.id)] : []),
    ...(isBlank(blockText(credit)) ? [warning('no-credit', figure.id)] : []),
  ]
}

/** An embed or a related link without an address leads nowhere. */
function checkAddresses(block: Block): CheckFinding[] {
  const isWaiting = (each: AnyBlock): boolean =>
    ('url' in traitsOf(each.type).fields && each['url'] === '') || childBlocks(each).some(isWaiting)
  return isWaiting(block) ? [warning('no-address', block.id)] : []
}

/** Readers are told nothing by a correction without words. */
function checkCorrections(block: Block): CheckFinding[] {
  return block.type === 'correction' && isBlank(blockText(block)) ? [warning('no-correction-text', block.id)] : []
}

function checkWhole(article: Article, { now, isCorrection, openThreads, openProposals }: CheckFacts): CheckFinding[] {
  const { metadata } = article
  const inFuture = metadata.embargo !== null && Date.parse(metadata.embargo) > Date.parse(now)
  const isUnexplained = isCorrection && article.document.every((block) => block.type !== 'correction')
  const headless = article.document.find((block) => block.type === 'headline')?.id ?? null
  return [
    ...(isBlank(headText(article, 'headline')) ? [error('no-headline', headless)] : []),
    ...(isBlank(bodyText(article)) ? [error('no-body')] : []),
    ...(isBlank(headText(article, 'deck')) ? [warning('no-deck')] : []),
    ...(isBlank(headText(article, 'byline')) ? [warning('no-byline')] : []),
    ...(isBlank(metadata.section) ? [warning('no-section')] : []),
    ...(isBlank(metadata.slug) ? [warning('no-slug')] : []),
    ...(isUnexplained ? [warning('no-correction-text')] : []),
    ...(openThreads > 0 ? [warning('open-comments')] : []),
    ...(openProposals > 0 ? [warning('open-proposals')] : []),
    ...(inFuture ? [info('embargo-in-future')] : []),
  ]
}

/** What the checks depend on besides the article. */
export type CheckFacts = {
  /** ISO 8601: an embargo that ends after it is reported. */
  now: string
  /** Whether it goes out, or went out, as a correction. */
  isCorrection: boolean
  /** How many threads and proposals about it are open. They stand beside the text, and never leave with it. */
  openThreads: number
  openProposals: number
}

/**
 * Looks for what is missing before an article leaves the house.
 * @returns errors first, then the article as a whole, then its blocks in their order.
 */
export function checkArticle(article: Article, facts: CheckFacts): CheckFinding[] {
  const blocks = article.document.flatMap((block) => [
    ...figures([block]).flatMap(checkFigure),
    ...checkAddresses(block),
    ...checkCorrections(block),
    ...(hasUnknownContent(block) ? [warning('unknown-content', block.id)] : []),
  ])
  return [...checkWhole(article, facts), ...blocks]
}
