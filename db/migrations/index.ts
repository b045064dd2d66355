import { initial } from './0001-initial.ts'
import { history } from './0002-history.ts'
import { deliveries } from './0003-deliveries.ts'
import { lists } from './0004-lists.ts'

/** One step of the store's history: SQL that brings the version before to `version`. Never edited once released. */
export type Migration = { version: number; sql: string }

/** In order, without a gap, from 1. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, sql: initial },
  { version: 2, sql: history },
  { version: 3, sql: deliveries },
  { version: 4, sql: lists },
]
