import { canonicalJson } from '#core/article/canonical.ts'
import { RIGHTS } from '#core/contract/call-rights.ts'
import type { CallName } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { houseSettingsSchema } from '#core/newsroom/house-settings.ts'
import type { HouseRules } from '#core/newsroom/house.ts'
import { isOwn } from '#core/newsroom/own.ts'
import { ACT_RIGHTS, lowestRole, MOVE_RIGHTS, type Rights } from '#core/newsroom/rights.ts'
import { nameKey } from '#core/review/mentions.ts'
import { stateSchema, type Actor } from '#core/review/states.ts'
import type { ReadDb } from '#db/handles.ts'
import { ownershipOf } from '#db/tables/articles.ts'
import { getDestination } from '#db/tables/destinations.ts'
import { listWriters } from '#db/tables/writers.ts'

/** Who makes a call in a store that follows a house. */
export type Caller = { actor: Actor; rules: HouseRules; db: ReadDb }

/** What is read of an input; each call has its own schema. */
type Input = Readonly<Record<string, unknown>>

/** Calls that write in a text: a house may let reporters make them with the drafts of others. */
const WRITING: ReadonlySet<CallName> = new Set([
  'articles.save',
  'articles.setSection',
  'articles.setGoal',
  'history.keep',
  'history.restore',
])

/**
 * Checks a call against the tables of rights.
 * @param id the article that the call is about; null for none, or for several that are checked one by one
 * @throws ContractError `not-your-role`, `not-your-draft`, `own-text`, `house-decides`
 */
export function requireMay(name: CallName, input: Input, id: string | null, { actor, rules, db }: Caller): void {
  if (name === 'settings.set' && (input['name'] ?? input['role']) !== undefined)
    throw new ContractError('house-decides')
  for (const table of tablesOf(name, input, db)) {
    const right = table[actor.role]
    if (right === 'no') throw new ContractError('not-your-role', { needs: lowestRole(table) ?? 'nobody' })
    if (right === 'yes' || id === null || (rules.editOthers && WRITING.has(name))) continue
    requireOwn(id, actor, db)
  }
  const approves = input['to'] === 'approved' || input['to'] === 'corrected'
  if (!approves || rules.approveOwn || id === null) return
  const own = nameKey(actor.name)
  if (listWriters(db, id).some((writer) => nameKey(writer) === own)) throw new ContractError('own-text')
}

/** @returns whether somebody may write in an article, as far as roles go. */
export function mayWrite(id: string, caller: Caller): boolean {
  return sortOut('articles.save', {}, [id], caller).refused.length === 0
}

/** @throws ContractError `not-your-draft`. An article that is not there is left to the call. */
function requireOwn(id: string, actor: Actor, db: ReadDb): void {
  const ownership = ownershipOf(db, id)
  if (ownership === null || isOwn(actor.name, ownership)) return
  throw new ContractError('not-your-draft', { author: ownership.byline || ownership.creator })
}

/** @returns every table by which a call with this input is judged. */
function tablesOf(name: CallName, input: Input, db: ReadDb): Rights[] {
  const tables = [RIGHTS[name]]
  const to = name.startsWith('review.move') ? stateSchema.safeParse(input['to']) : null
  if (to?.success === true) tables.push(MOVE_RIGHTS[to.data])
  const isShared = Object.keys(input).some(
    (key) => Object.hasOwn(houseSettingsSchema.shape, key) && input[key] !== undefined,
  )
  if (name === 'settings.set' && isShared) tables.push(ACT_RIGHTS['house settings'])
  if (name === 'destinations.save' && changes(input, db)) tables.push(ACT_RIGHTS['destination other than it is'])
  if (name === 'import.take' && replaces(input)) tables.push(ACT_RIGHTS['import over an article'])
  return tables
}

/** @returns whether a destination would be another than it is; a password alone changes nothing of it. */
function changes({ id, name, config }: Input, db: ReadDb): boolean {
  const before = typeof id === 'string' ? getDestination(db, id) : null
  return before === null || canonicalJson([name, config]) !== canonicalJson([before.name, before.config])
}

function replaces({ choices }: Input): boolean {
  return Array.isArray(choices) && choices.some((choice: { as?: unknown }) => choice.as === 'revision')
}

/** @returns the article that a call is about; null for none and for several. */
export function articleOf(input: Input): string | null {
  const { id, article } = input
  if (typeof id === 'string') return id
  const within = typeof article === 'object' && article !== null && 'id' in article ? article.id : null
  return typeof within === 'string' ? within : null
}

/** Articles of a call about several that are refused one by one; the call goes on with the others. */
export type Refused = { id: string; code: ContractError['code']; params: Record<string, string> }

/** @returns the ids that the call may go on with, and the others with the reason. */
export function sortOut(
  name: CallName,
  input: Input,
  ids: readonly string[],
  caller: Caller,
): { allowed: string[]; refused: Refused[] } {
  const refused: Refused[] = []
  const allowed = ids.filter((id) => {
    try {
      requireMay(name, input, id, caller)
      return true
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      refused.push({ id, code: error.code, params: error.params })
      return false
    }
  })
  return { allowed, refused }
}
