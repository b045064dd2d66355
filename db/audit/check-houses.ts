import type { AuditFinding } from '#core/contract/audit.ts'
import { readHouseFile, type SignedHouse, type Verify } from '#core/newsroom/house-file.ts'
import type { House } from '#core/newsroom/house.ts'
import type { ReadDb } from '../handles.ts'
import { listHouseFiles } from '../tables/houses.ts'
import type { EventTools } from './check-events.ts'
import type { Walk } from './walk-journal.ts'

/** Each version of the house must be signed by an administrator of the one before, as when it was taken in. */
export function checkHouses(
  db: ReadDb,
  { expected }: Walk,
  verify: Verify,
): { findings: Omit<AuditFinding, 'headline'>[]; mayBe: EventTools['mayBe'] } {
  const findings: Omit<AuditFinding, 'headline'>[] = []
  const given = new Set<string>()
  let followed: House | null = null
  for (const file of listHouseFiles(db)) {
    const read: SignedHouse | string = file === null ? 'damaged' : readHouseFile(file, followed, verify)
    if (typeof read === 'string') {
      findings.push({ what: 'house', about: 'house', articleId: '', by: '', at: '', number: 0 })
      continue
    }
    followed = read.house
    for (const { id, role } of followed.people) given.add(`${id} ${role}`)
  }
  const since = Math.min(...[...expected.values()].flatMap(({ kind, number }) => (kind === 'house' ? [number] : [])))
  return {
    findings,
    // Whoever the house does not know works as a reporter. Before there was a house, everybody chose a role.
    mayBe: (person, role, number) => number < since || role === 'reporter' || given.has(`${person} ${role}`),
  }
}
