import { z } from 'zod'
import { contract, type CallName } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { outcomesSchema } from '#core/contract/many.ts'
import type { Actor } from '#core/review/states.ts'
import type { Context, Group, Handlers } from './context.ts'
import { articlesHandlers } from './handlers/articles.ts'
import { assetsHandlers } from './handlers/assets.ts'
import { binHandlers } from './handlers/bin.ts'
import { deliveriesHandlers } from './handlers/deliveries.ts'
import { deskHandlers } from './handlers/desk.ts'
import { destinationsHandlers } from './handlers/destinations.ts'
import { handoverHandlers } from './handlers/handover.ts'
import { houseHandlers } from './handlers/house.ts'
import { historyHandlers } from './handlers/history.ts'
import { importHandlers } from './handlers/import.ts'
import { jobsHandlers } from './handlers/jobs.ts'
import { peopleHandlers } from './handlers/people.ts'
import { proposalsHandlers } from './handlers/proposals.ts'
import { publishHandlers } from './handlers/publish.ts'
import { reviewHandlers } from './handlers/review.ts'
import { settingsHandlers } from './handlers/settings.ts'
import { storeHandlers } from './handlers/store.ts'
import { threadsHandlers } from './handlers/threads.ts'
import { articleOf, requireMay, sortOut } from './people/guard.ts'

/** The handlers by group of the contract. A group without its handlers does not compile. */
const GROUPS: { [G in Group]: Handlers<G> } = {
  articles: articlesHandlers,
  assets: assetsHandlers,
  bin: binHandlers,
  deliveries: deliveriesHandlers,
  desk: deskHandlers,
  destinations: destinationsHandlers,
  handover: handoverHandlers,
  history: historyHandlers,
  house: houseHandlers,
  import: importHandlers,
  jobs: jobsHandlers,
  people: peopleHandlers,
  proposals: proposalsHandlers,
  publish: publishHandlers,
  review: reviewHandlers,
  settings: settingsHandlers,
  store: storeHandlers,
  threads: threadsHandlers,
}

/** @returns whether the contract has a call of this name. */
export function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name)
}

/** @returns whether a call does the same with several articles, each of which is refused by itself. */
function isAboutMany(name: CallName): boolean {
  return contract[name].output === outcomesSchema
}

function groupOf(name: CallName): Group {
  return name.slice(0, name.indexOf('.')) as Group
}

/**
 * Runs the handler of a call, if whoever acts may make it.
 * @param input checked against the schema of the call
 * @throws ContractError `invalid-input`, what `requireMay` throws, and what the handler throws.
 */
export async function runCall(name: CallName, input: unknown, context: Context & { actor: Actor }): Promise<unknown> {
  const parsed = contract[name].input.safeParse(input)
  if (!parsed.success) {
    throw new ContractError('invalid-input', { path: parsed.error.issues[0]?.path.join('.') ?? '' })
  }
  // The table pairs each name with its own handler; TypeScript cannot follow that through a union of names.
  const handlers = GROUPS[groupOf(name)] as Record<CallName, (input: unknown, context: Context) => unknown>
  const { actor, caller } = context
  const data: Readonly<Record<string, unknown>> = parsed.data
  const handle = (given: object): unknown => handlers[name]({ ...given, actor }, context)
  if (caller === null) return await handle(data)
  requireMay(name, data, articleOf(data), caller)
  if (!isAboutMany(name)) return await handle(data)
  const ids = z.array(z.string()).parse(data['ids'])
  const { allowed, refused } = sortOut(name, data, ids, caller)
  if (allowed.length === 0) return { done: [], refused }
  const outcomes = outcomesSchema.parse(await handle({ ...data, ids: allowed }))
  return { done: outcomes.done, refused: [...outcomes.refused, ...refused] }
}
