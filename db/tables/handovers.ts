import type { ReadDb, WriteDb } from '../handles.ts'

/** A hand-over that this store gave or took. */
export type HandoverRecord = {
  digest: string
  articleId: string
  direction: 'given' | 'taken'
  at: string
  /** The public key of the other person; empty where nobody was named or proven. */
  person: string
  name: string
  /** The hash of the text that was handed over. */
  revision: string
  /** The SHA-256 of the file that was written; empty for one that was taken. */
  file: string
}

/** Notes a hand-over. */
export function addHandover(db: WriteDb, record: HandoverRecord): void {
  db.run(
    `INSERT INTO handovers (digest, article_id, direction, at, person, name, revision, file)
     VALUES (:digest, :articleId, :direction, :at, :person, :name, :revision, :file)`,
    record,
  )
}

/** A file that this store wrote, and when the first hand-over of the article came in after it. */
export type GivenFile = { articleId: string; at: string; name: string; answeredAt: string | null }

/** @param file the SHA-256 of a file. @returns what this store wrote there; null for a file that is not of this store. */
export function givenFile(db: ReadDb, file: string): GivenFile | null {
  const row = db.get<GivenFile>(
    `SELECT article_id AS articleId, at, name, (SELECT min(later.at) FROM handovers AS later
       WHERE later.article_id = given.article_id AND later.number > given.number AND later.direction = 'taken') AS answeredAt
     FROM handovers AS given WHERE file = :file AND direction = 'given' ORDER BY number DESC LIMIT 1`,
    { file },
  )
  return row ?? null
}

/** @returns the text of an article that a person gave to this store last; null for none. */
export function lastTakenFrom(db: ReadDb, articleId: string, person: string): string | null {
  const row = db.get<{ revision: string }>(
    `SELECT revision FROM handovers WHERE article_id = :articleId AND person = :person AND direction = 'taken'
     ORDER BY number DESC LIMIT 1`,
    { articleId, person },
  )
  return row?.revision ?? null
}

/** @returns the states in which a proposal was handed over, sorted. */
export function handedStates(db: ReadDb, proposalId: string): string[] {
  return db
    .all<{ state: string }>('SELECT state FROM handed_proposals WHERE proposal_id = :proposalId ORDER BY state', {
      proposalId,
    })
    .map(({ state }) => state)
}

/** Notes states in which a proposal was handed over. The proposal must be there. */
export function addHandedStates(db: WriteDb, proposalId: string, states: readonly string[]): void {
  db.run(
    `INSERT INTO handed_proposals (proposal_id, state) SELECT :proposalId, value FROM json_each(:states)
     WHERE true ON CONFLICT DO NOTHING`,
    { proposalId, states: JSON.stringify(states) },
  )
}
