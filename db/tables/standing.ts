import type { PackageAction } from '#core/export/action.ts'
import { carriesBody } from '#core/export/action.ts'
import type { Standing } from '#core/review/standing.ts'
import type { ReadDb } from '../handles.ts'
import { DELIVERY_COLUMNS } from './deliveries.ts'

type Arrival = {
  article: string
  destination: string
  name: string
  kind: string
  action: PackageAction
  state: 'delivered' | 'scheduled' | 'cancelled'
  /** When the site will show it; null once readers see it. */
  scheduledFor: string | null
}

/** The deliveries that say what is at a destination, oldest first: those that arrived, or were taken back there. */
const ARRIVALS = `SELECT article_id AS article, destination_id AS destination, action, state,
    json_extract(progress, '$.destination.name') AS name, json_extract(progress, '$.destination.kind') AS kind,
    json_extract(progress, '$.scheduledFor') AS scheduledFor
  FROM deliveries WHERE article_id IN (SELECT value FROM json_each(:ids))
    AND (state IN ('delivered', 'scheduled') OR (state = 'cancelled' AND json_extract(progress, '$.takesBack')))
    AND seal = seal(${DELIVERY_COLUMNS.columns.join(', ')})
  ORDER BY number`

/** The articles whose last step that readers notice was a publication. */
const PUBLISHED = `SELECT article_id AS article,
    to_state IN ('published', 'corrected') AND action <> 'withdrawn' AS isPublished, max(number)
  FROM events WHERE article_id IN (SELECT value FROM json_each(:ids))
    AND (to_state IN ('published', 'corrected', 'withdrawn', 'killed') OR action = 'withdrawn')
  GROUP BY article_id`

/** A text is not parsed unless it has an embargo: a list asks for a hundred. */
const EMBARGOES = `SELECT id AS article, CASE WHEN instr(json, '"embargo":"') > 0 AND json_valid(json)
    THEN json_extract(json, '$.metadata.embargo') END AS embargo
  FROM articles JOIN texts USING (number) WHERE id IN (SELECT value FROM json_each(:ids))`

/** @returns what is known outside of each of these articles. */
export function standings(db: ReadDb, articleIds: readonly string[]): Map<string, Standing> {
  const params = { ids: JSON.stringify(articleIds) }
  const last = new Map<string, Map<string, Arrival>>(articleIds.map((id) => [id, new Map()]))
  for (const arrival of db.all<Arrival>(ARRIVALS, params)) {
    last.get(arrival.article)?.set(arrival.destination, arrival)
  }
  const published = new Set(
    db
      .all<{ article: string; isPublished: number }>(PUBLISHED, params)
      .flatMap(({ article, isPublished }) => (isPublished === 1 ? [article] : [])),
  )
  const embargoes = new Map(
    db
      .all<{ article: string; embargo: string | null }>(EMBARGOES, params)
      .map(({ article, embargo }) => [article, embargo]),
  )
  return new Map(
    [...last].map(([article, arrivals]) => {
      const places = [...arrivals.values()].filter(({ action, state }) => state !== 'cancelled' && carriesBody(action))
      const shown = places.map(({ destination, name, kind, state, scheduledFor }) => ({
        // A scheduled delivery that a newer one replaced counts as delivered, and readers do not see it yet.
        ...{ id: destination, name, isPublic: kind !== 'folder' && state === 'delivered' && scheduledFor === null },
      }))
      // Without a delivery, only the review knows. With deliveries, they know better.
      const isLive = arrivals.size > 0 ? shown.some(({ isPublic }) => isPublic) : published.has(article)
      return [article, { places: shown, isLive, embargo: embargoes.get(article) ?? null }]
    }),
  )
}

/** @returns what is known outside of an article. */
export function standingOf(db: ReadDb, articleId: string): Standing {
  return standings(db, [articleId]).get(articleId) ?? { places: [], isLive: false, embargo: null }
}
