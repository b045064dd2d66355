import type { PackageAction } from '#core/export/action.ts'
import type { CheckFacts } from '#core/export/checklist.ts'
import type { ReadDb } from '#db/handles.ts'
import { openReview } from '#db/tables/open-review.ts'

/** @returns what the checks of an article depend on besides its text. @param now ISO 8601 */
export function checkFacts(db: ReadDb, id: string, action: PackageAction, now: string): CheckFacts {
  return { now, isCorrection: action === 'correct', ...openReview(db, id) }
}
