import type { RecoveryReport } from '#core/contract/store.ts'
import { articleName } from '#core/article/opening.ts'
import type { WriteDb } from '../handles.ts'
import { ARTICLE_COLUMNS } from '../tables/article-row.ts'
import { overwriteArticle } from '../tables/articles.ts'
import { getDelivery, setDelivery } from '../tables/deliveries.ts'
import { takeEvents } from '../tables/events.ts'
import { journalRow } from '../tables/journal.ts'
import { forgetLoose } from '../tables/loose-pictures.ts'
import { supposeWriters } from '../tables/writers.ts'
import { addNewsroom } from './newsroom-content.ts'
import { addReview } from './merge-review.ts'
import { keepingOwnLines } from './own-line.ts'
import { holds, type Content, type SoundArticle, type SoundRevision } from './content.ts'

type Found = RecoveryReport['older']
/** The articles that a merge added in full, those it added as they stood at an earlier time, and those that are lost. */
export type Merged = { brought: Found; older: Found; lost: RecoveryReport['lost'] }

/**
 * Adds to a store what it lacks of another's proven content. What is there stays: an article that both have keeps its
 * working copy, and gets the revisions that it lacks.
 */
export function mergeContent(db: WriteDb, content: Content): Merged {
  return db.transaction(() => {
    const has = (id: string): boolean => db.get('SELECT 1 FROM articles WHERE id = :id', { id }) !== undefined
    const here = content.revisions.filter(({ articleId }) => has(articleId))
    const found: Found = []
    for (const [id, { row, article }] of content.articles) {
      if (has(id)) continue
      putArticle(db, { row, article })
      const later = content.outdated.has(id) ? laterRevision(content, row) : undefined
      if (later !== undefined)
        overwriteArticle(db, { article: later.article, state: 'draft', author: later.by, at: later.at })
      const headline = articleName(later?.article ?? article)
      found.push({ id, headline, at: later?.at ?? row.updated_at })
    }
    const isOutdated = ({ id }: { id: string }): boolean => content.outdated.has(id)
    const older = [...found.filter(isOutdated), ...bringOlder(db, content, has)]
    keepingOwnLines(db, here, () => addRows(db, content))
    for (const { id } of [...found, ...older]) supposeWriters(db, id)
    const lost = [...content.lost].filter(([id]) => !has(id)).map(([id, headline]) => ({ id, headline }))
    return { brought: found.filter((each) => !isOutdated(each)), older, lost }
  })
}

/** Writes an article as the working copy, with the save number and times that it had elsewhere. */
export function putArticle(db: WriteDb, { row, article }: SoundArticle): void {
  const { id } = row
  overwriteArticle(db, { article, state: row.state, author: row.creator, at: row.updated_at })
  const changes = { save_number: ':saves', created_at: ':created', deleted_at: ':deleted' }
  db.run(`UPDATE articles SET ${ARTICLE_COLUMNS.assigned(changes)} WHERE id = :id`, {
    ...{ id, saves: row.save_number, created: row.created_at, deleted: row.deleted_at },
  })
}

/** @returns the last revision of an article, if it is later than the working copy that was found. */
function laterRevision(
  { revisions }: Content,
  { id, hash, updated_at }: SoundArticle['row'],
): SoundRevision | undefined {
  const last = revisions.findLast(({ articleId }) => articleId === id)
  return last !== undefined && last.at > updated_at && !holds(last, hash) ? last : undefined
}

/** Makes the last revision of an article without a working copy its working copy, as a draft. */
function bringOlder(db: WriteDb, content: Content, has: (id: string) => boolean): Found {
  const youngest = new Map<string, SoundRevision>()
  for (const revision of content.revisions) {
    if (!has(revision.articleId)) youngest.set(revision.articleId, revision)
  }
  for (const { article, at, by } of youngest.values()) {
    overwriteArticle(db, { article, state: 'draft', author: by, at })
  }
  return [...youngest.values()].map(({ articleId, article, at }) => ({
    ...{ id: articleId, headline: articleName(article), at },
  }))
}

/** What was on its way may have arrived since, even from another machine: a person says whether it is sent again. */
function holdDelivery(db: WriteDb, id: string): void {
  const delivery = getDelivery(db, id)
  if (delivery === null || SETTLED.has(delivery.state)) return
  const progress = { ...delivery.progress, problem: { code: 'recovered', params: {} } as const, nextAttempt: null }
  setDelivery(db, id, 'held', progress, delivery.updatedAt)
}

/** These wait for a person, or for nobody. */
const SETTLED: ReadonlySet<string> = new Set(['held', 'delivered', 'cancelled'])

/** Brings in what belongs to articles that are there, and what belongs to none. What is there already stays. */
export function addRows(db: WriteDb, { revisions, events, exports, assets, settings, review, ...sent }: Content): void {
  for (const { article: _article, ...row } of revisions) {
    const added = db.run(
      `INSERT INTO revisions (hash, article_id, data, parent, reason, by, created_at, seal, second_parent)
       SELECT :hash, :articleId, :data, :parent, :reason, :by, :at, :seal, :secondParent
       WHERE EXISTS (SELECT 1 FROM articles WHERE id = :articleId) ON CONFLICT (hash) DO NOTHING`,
      row,
    )
    if (added === 1) journalRow(db, 'revision', row.hash)
  }
  addReview(db, review)
  addNewsroom(db, sent.newsroom)
  takeEvents(db, events)
  for (const values of exports) {
    const [id = '', version = 0, revision = '', path = '', sha256 = '', bytes = 0, at = '', by = ''] = values
    db.run(
      `INSERT INTO exports (article_id, version, revision, path, sha256, bytes, at, by)
       SELECT :id, :version, :revision, :path, :sha256, :bytes, :at, :by
       WHERE EXISTS (SELECT 1 FROM articles WHERE id = :id) AND EXISTS (SELECT 1 FROM revisions WHERE hash = :revision)
       ON CONFLICT (article_id, version) DO NOTHING`,
      { id, version, revision, path, sha256, bytes, at, by },
    )
  }
  for (const [hash = '', type = '', width = 0, height = 0, size = 0, name = '', at = ''] of assets) {
    db.run(
      `INSERT INTO assets (hash, media_type, width, height, size, name, created_at)
       VALUES (:hash, :type, :width, :height, :size, :name, :at) ON CONFLICT (hash) DO NOTHING`,
      { hash, type, width, height, size, name, at },
    )
  }
  forgetLoose(
    db,
    assets.map(([hash]) => String(hash)),
  )
  for (const { values } of sent.destinations) {
    const [id = '', name = '', config = '', created = '', updated = ''] = values
    // A folder of a store before version 6 does not say who reads it: see migration 6.
    db.run(
      `INSERT INTO destinations (id, name, config, created_at, updated_at, seal)
       SELECT :id, :name, config, :created, :updated, seal(:id, :name, config, :created, :updated)
       FROM (SELECT iif(json_extract(:config, '$.kind') = 'folder', json_patch('{"readByOthers":true}', :config), :config)
         AS config)
       WHERE true ON CONFLICT (id) DO NOTHING`,
      { id, name, config, created, updated },
    )
  }
  for (const { values, seal } of sent.deliveries) {
    const [id = '', article = '', destination = '', revision = '', action = '', state = '', progress = ''] = values
    const [created = '', updated = '', by = '', role = ''] = values.slice(7)
    const added = db.run(
      `INSERT INTO deliveries (id, article_id, destination_id, revision, action, state, progress, created_at, updated_at,
         by, role, seal)
       SELECT :id, :article, :destination, :revision, :action, :state, :progress, :created, :updated, :by, :role, :seal
       WHERE EXISTS (SELECT 1 FROM articles WHERE id = :article) AND EXISTS (SELECT 1 FROM revisions WHERE hash = :revision)
       ON CONFLICT (id) DO NOTHING`,
      { id, article, destination, revision, action, state, progress, created, updated, by, role, seal },
    )
    if (added === 1) holdDelivery(db, id)
  }
  for (const [name, value] of settings) {
    db.run('INSERT INTO settings (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING', { name, value })
  }
}
