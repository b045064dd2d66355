import { readWhole } from './log.ts'
import { soundContent } from './content.ts'
import { salvage } from './salvage.ts'

/**
 * @returns whether a file whose first page is not ours holds rows with valid seals: then it is a damaged store, and not
 *   the file of another program.
 */
export function holdsOurRows(path: string): boolean {
  const file = readWhole(path)
  if (file === null) return false
  const { articles, revisions, events } = soundContent(salvage(file, readWhole(`${path}-wal`)))
  return articles.size + revisions.length + events.length > 0
}
