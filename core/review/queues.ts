import { z } from 'zod'
import { nameKey } from './mentions.ts'
import { namedIn } from './needs.ts'
import type { State } from './states.ts'

/** The lists by which a desk works, in the order in which they are shown. `all` is every article. */
export const queueSchema = z.enum(['mine', 'waiting', 'submitted', 'returned', 'scheduled', 'unsent', 'all'])
export type Queue = z.infer<typeof queueSchema>
export const QUEUES = queueSchema.options
/** A queue that an article is put into. */
export type OwnQueue = Exclude<Queue, 'all'>

/** What decides in which queues an article is. */
export type QueueFacts = {
  state: State
  /** Who brought it in, and the byline, which may name several. */
  creator: string
  byline: string
  /** The people who are known. */
  people: readonly string[]
  /** Who is to do something in its comments and proposals, by `nameKey`. */
  needed: readonly string[]
  /** Empty for nobody. */
  assignee: string
  /** Who last sent it to the desk; empty for nobody. */
  sentBy: string
  /** When its embargo ends, and when destinations will show it: ISO 8601, UTC. */
  clocks: readonly string[]
  /** Whether readers have another text than the working copy. */
  isUnsent: boolean
}

/** For whom an article is in a queue, by `nameKey`; empty: for everybody. `until` is when it leaves by itself. */
export type Place = { queue: OwnQueue; name: string; until: string | null }

type Rule = {
  /** Whether each person has a queue of their own. */
  isPersonal: boolean
  /** @returns the names for whom an article is in it; '' where the queue is everybody's */
  names: (facts: QueueFacts) => readonly string[]
  until?: (facts: QueueFacts) => string | null
}

const TAKEN_BACK: ReadonlySet<State> = new Set(['withdrawn', 'killed'])
const AT_THE_DESK: ReadonlySet<State> = new Set(['submitted', 'in-review'])
const AT_THE_WRITER: ReadonlySet<State> = new Set(['draft', 'returned'])

const when = (isIn: boolean): readonly string[] => (isIn ? [''] : [])

/** @returns whoever brought it in, and the people of its byline. */
function writers({ creator, byline, people }: QueueFacts): string[] {
  return [creator, byline, ...namedIn(byline, people)].map(nameKey)
}

/** @returns who is to work on it: whom it was assigned to, else its writers. */
function workers(facts: QueueFacts): string[] {
  return facts.assignee === '' ? writers(facts) : [nameKey(facts.assignee)]
}

/** @returns whom the assignment waits for. What the assignee sent to the desk waits for the desk. */
function assigned({ assignee, state, sentBy }: QueueFacts): string[] {
  if (assignee === '') return []
  const name = nameKey(assignee)
  const isWithThem = AT_THE_DESK.has(state) && nameKey(sentBy) !== name
  return AT_THE_WRITER.has(state) || isWithThem ? [name] : []
}

const returned = (facts: QueueFacts): string[] => (facts.state === 'returned' ? workers(facts) : [])

/** The rule of each queue. */
const RULES: Readonly<Record<OwnQueue, Rule>> = {
  mine: { isPersonal: true, names: (facts) => [...writers(facts), nameKey(facts.assignee)] },
  waiting: { isPersonal: true, names: (facts) => [...facts.needed, ...assigned(facts), ...returned(facts)] },
  submitted: { isPersonal: false, names: ({ state }) => when(AT_THE_DESK.has(state)) },
  returned: { isPersonal: true, names: returned },
  scheduled: {
    isPersonal: false,
    names: ({ clocks, state }) => when(clocks.length > 0 && !TAKEN_BACK.has(state)),
    until: ({ clocks }) => clocks.toSorted().at(-1) ?? null,
  },
  unsent: { isPersonal: false, names: ({ isUnsent, state }) => when(isUnsent && !TAKEN_BACK.has(state)) },
}

/** @returns the queues in which an article is, and for whom. */
export function placesOf(facts: QueueFacts): Place[] {
  return Object.entries(RULES).flatMap(([queue, { isPersonal, names, until }]) =>
    [...new Set(names(facts))]
      .filter((name) => !isPersonal || name !== '')
      .toSorted()
      .map((name) => ({ queue: queue as OwnQueue, name, until: until?.(facts) ?? null })),
  )
}

/** @returns the name under which a person finds a queue. */
export function queueName(queue: OwnQueue, person: string): string {
  return RULES[queue].isPersonal ? nameKey(person) : ''
}
