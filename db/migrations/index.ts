import type { MigrationDb } from '../handles.ts'
import { initial } from './0001-initial.ts'
import { history } from './0002-history.ts'
import { deliveries } from './0003-deliveries.ts'
import { lists } from './0004-lists.ts'
import { format2 } from './0005-format-2.ts'
import { sharedFolders } from './0006-shared-folders.ts'
import { orders } from './0007-orders.ts'
import { review } from './0008-review.ts'
import { people } from './0009-people.ts'
import { desk } from './0010-desk.ts'
import { audit } from './0011-audit.ts'
import { handovers } from './0012-handovers.ts'

/**
 * One step from the version before to `version`. Never edited once released: it must not use code that follows the
 * present tables or the present document format.
 */
export type Migration = { readonly version: number; readonly up: (db: MigrationDb) => void }

/** @returns what runs a script of SQL. */
const sql =
  (script: string): Migration['up'] =>
  (db) =>
    db.script(script)

/** In order, without a gap, from 1. A test asks for rows of the version before for each. */
export const MIGRATIONS = [
  { version: 1, up: sql(initial) },
  { version: 2, up: sql(history) },
  { version: 3, up: sql(deliveries) },
  { version: 4, up: sql(lists) },
  { version: 5, up: format2 },
  { version: 6, up: sql(sharedFolders) },
  { version: 7, up: orders },
  { version: 8, up: sql(review) },
  { version: 9, up: sql(people) },
  { version: 10, up: sql(desk) },
  { version: 11, up: audit },
  { version: 12, up: sql(handovers) },
] as const satisfies readonly Migration[]
