import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { RevisionReason } from '#core/review/revision.ts'
import type { SignedEvent } from '#core/newsroom/chained-event.ts'
import { digest, sealOf } from '../seal.ts'
import { ARTICLE_COLUMNS, type ArticleRow } from '../tables/article-row.ts'
import { readArticle } from '../tables/article-text.ts'
import { inflate, sealOfRevision } from '../tables/revisions.ts'
import { EventRows } from './event-content.ts'
import { NewsroomRows, type NewsroomContent } from './newsroom-content.ts'
import { ReviewRows, type ReviewContent } from './review-content.ts'
import type { KnownRow, RevisionRaw } from './row.ts'

/** A working copy whose seal and hash are valid. */
export type SoundArticle = { row: ArticleRow; article: Article }
export type SoundRevision = Omit<RevisionRaw, 'reason'> & { reason: RevisionReason; article: Article }

/** What is proven of a store by seals and hashes, from whatever files it was read. */
export type Content = {
  articles: ReadonlyMap<string, SoundArticle>
  /** The oldest first. */
  revisions: readonly SoundRevision[]
  /** Of each article in the order in which they came. Those from before the audit was a chain have the ids that they get then. */
  events: readonly SignedEvent[]
  exports: readonly (readonly (string | number)[])[]
  assets: readonly (readonly (string | number)[])[]
  settings: ReadonlyMap<string, string>
  /** One for each id, the latest. */
  destinations: readonly { values: readonly string[]; seal: string }[]
  deliveries: readonly { values: readonly string[]; seal: string }[]
  review: ReviewContent
  newsroom: NewsroomContent
  /** Articles of which a later save was found, but not its undamaged text. */
  outdated: ReadonlySet<string>
  /** Articles of which nothing undamaged was found, with the headline where it could be read. */
  lost: ReadonlyMap<string, string>
}

function articleOrNull(json: string, hash: string): Article | null {
  try {
    return readArticle(json, hash, hash)
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}

function soundRevision(row: RevisionRaw): SoundRevision | null {
  const { hash, articleId, reason } = row
  if (sealOfRevision({ ...row, id: articleId }) !== row.seal) return null
  try {
    const article = readArticle(inflate(row.data, hash), hash, articleId)
    return { ...row, reason: reason as RevisionReason, article }
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}

/** @returns whether a revision holds the content with this hash, be it in an earlier format. */
export function holds({ hash, article }: SoundRevision, content: string): boolean {
  return hash === content || digest(canonicalJson(article)) === content
}

/** @returns the text that a row names by its hash, out of the revisions of its article. */
function keptText(revisions: ReadonlyMap<string, SoundRevision>, { id, hash }: ArticleRow): Article | undefined {
  const kept = revisions.get(hash) ?? [...revisions.values()].find((each) => each.articleId === id && holds(each, hash))
  return kept?.article
}

type SealedValues = { values: string[]; seal: string }

/** Keeps the latest version of a row. @param time the index of the value that holds its time */
function keepLatest<T extends SealedValues>(found: Map<string, T>, row: T, time: number): void {
  if (sealOf(row.values) !== row.seal) return
  const [id = ''] = row.values
  const before = found.get(id)?.values[time]
  if (before === undefined || before <= (row.values[time] ?? '')) found.set(id, row)
}

/**
 * Orders by save number, then by time, which a step changes alone. Equal rows stay in the order in which they were
 * found.
 */
function byAge(a: ArticleRow, b: ArticleRow): number {
  return a.save_number - b.save_number || Number(a.updated_at > b.updated_at) - Number(a.updated_at < b.updated_at)
}

/**
 * Keeps the rows that are proven. Of an article that is found several times, as in freed pages, the latest save whose text
 * is found too is taken; of equal ones the last row.
 */
export function soundContent(rows: Iterable<KnownRow>): Content {
  const heads: ArticleRow[] = []
  const headlines = new Map<string, string>()
  const unsound = new Set<string>()
  const texts = new Map<string, string>()
  const revisions = new Map<string, SoundRevision>()
  const events = new EventRows()
  const others = { exports: new Map<string, (string | number)[]>(), assets: new Map<string, (string | number)[]>() }
  const settings = new Map<string, string>()
  const destinations = new Map<string, SealedValues>()
  const deliveries = new Map<string, SealedValues & { number: number }>()
  const review = new ReviewRows()
  const newsroom = new NewsroomRows()
  for (const known of rows) {
    if (known.table === 'articles') {
      headlines.set(known.row.id, known.row.headline)
      if (ARTICLE_COLUMNS.isSound(known.row)) heads.push(known.row)
      else unsound.add(known.row.id)
    } else if (known.table === 'texts') texts.set(digest(known.json), known.json)
    else if (known.table === 'revisions') {
      // The file and each backup hold the same one.
      if (revisions.has(known.row.hash)) continue
      const revision = soundRevision(known.row)
      if (revision !== null) revisions.set(revision.hash, revision)
    } else if (known.table === 'events') {
      events.add(known)
    } else if (known.table === 'destinations') keepLatest(destinations, known, 4)
    else if (known.table === 'deliveries') keepLatest(deliveries, known, 8)
    else if (known.table === 'settings') settings.set(known.name, known.value)
    else if (known.table === 'people' || known.table === 'houses') newsroom.add(known)
    else if (known.table === 'exports' || known.table === 'assets') {
      others[known.table].set(JSON.stringify(known.values.slice(0, known.table === 'assets' ? 1 : 2)), known.values)
    } else review.add(known)
  }
  const articles = new Map<string, SoundArticle>()
  const outdated = new Set<string>()
  for (const row of heads.toSorted(byAge)) {
    const json = texts.get(row.hash)
    const article = json === undefined ? keptText(revisions, row) : articleOrNull(json, row.hash)
    if (article !== undefined && article !== null) {
      articles.set(row.id, { row, article })
      outdated.delete(row.id)
    } else outdated.add(row.id)
  }
  for (const id of unsound) outdated.add(id)
  const inRevisions = new Set([...revisions.values()].map(({ articleId }) => articleId))
  const known = [...headlines].filter(([id]) => !articles.has(id) && !inRevisions.has(id))
  return {
    articles,
    revisions: [...revisions.values()].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    events: events.content(),
    exports: [...others.exports.values()],
    assets: [...others.assets.values()],
    settings,
    destinations: [...destinations.values()],
    deliveries: [...deliveries.values()].toSorted((a, b) => a.number - b.number),
    review: review.content(),
    newsroom: newsroom.content(),
    outdated,
    lost: new Map(known),
  }
}
