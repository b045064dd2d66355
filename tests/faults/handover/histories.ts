import { canonicalJson } from '#core/article/canonical.ts'
import { head, paragraph } from '#core/article/factories.ts'
import { articleText } from '#core/article/plain-text.ts'
import { ContractError } from '#core/contract/errors.ts'
import { seededRandom } from '#tests/bench/statistics.ts'
import { counter } from '#tests/support/articles.ts'
import type { Row } from '../row.ts'
import { withFolder } from '../support/folders.ts'
import { act, type Luck } from './acts.ts'
import { startMachine, type Machine } from './machine.ts'

const FAULT = 'an article is handed over between two to five machines in random order, some files twice, some lost'
/** The machines of so many histories are the same: opening stores takes longer than a history. */
const BATCH = 50
const MOST_MACHINES = 5
/** A file on its way: it may be taken by anybody, again, or never. */
type Sent = string
/** What happened in all histories. */
type Count = { acts: number; taken: number; clashes: number }

const WORD = /كلمة\d+ر\d+/gu

/** Generates histories, and lets all machines meet at the end. */
export async function runHistories(times: number, seed: number): Promise<Row> {
  const losses: string[] = []
  const count = { acts: 0, taken: 0, clashes: 0 }
  for (let first = 0; first < times; first += BATCH) {
    // oxlint-disable-next-line no-await-in-loop -- one batch after another
    await withFolder(async (folder) => {
      const machines = await Promise.all(
        Array.from({ length: MOST_MACHINES }, (_, number) => startMachine(folder, number)),
      )
      try {
        for (let number = first; number < Math.min(times, first + BATCH); number += 1) {
          const history = new History(machines, seededRandom(seed * 1_000_003 + number), number, count)
          // oxlint-disable-next-line no-await-in-loop -- they share the machines
          losses.push(...(await history.run()).map((words) => `history ${number}: ${words}`))
        }
        for (const { name, call } of machines) {
          // oxlint-disable-next-line no-await-in-loop -- one store after another
          const { audit } = await call('store.check', {})
          if (audit?.found !== 0) losses.push(`the audit of a store of ${name}: ${JSON.stringify(audit?.findings[0])}`)
        }
      } finally {
        for (const machine of machines) machine.close()
      }
    }, true)
  }
  const { acts, taken, clashes } = count
  const notes = [`${acts} things done, ${taken} files taken in, ${clashes} of them with clashes`]
  return { fault: FAULT, times, losses, notes }
}

/** What happens to one article. */
class History {
  readonly #machines: readonly Machine[]
  readonly #random: () => number
  readonly #count: Count
  readonly #words = new Set<string>()
  #names = 0
  readonly #log: string[] = []
  readonly #luck: Luck
  readonly #number: number

  constructor(machines: readonly Machine[], random: () => number, number: number, count: Count) {
    this.#random = random
    this.#count = count
    this.#number = number
    this.#luck = {
      below: (limit) => Math.floor(random() * limit),
      word: () => {
        const word = `كلمة${number}ر${(this.#names += 1)}`
        this.#words.add(word)
        return word
      },
      name: () => `n${number}-${(this.#names += 1)}`,
      forget: (text) => {
        for (const word of text.match(WORD) ?? []) this.#words.delete(word)
      },
    }
    this.#machines = machines.slice(0, 2 + this.#luck.below(MOST_MACHINES - 1))
  }

  /** @returns what was lost, or differs, with what led there */
  async run(): Promise<string[]> {
    try {
      const id = await this.#begin()
      await this.#live(id)
      await this.#meet(id)
      const faults = [...(await this.#differences(id)), ...(await this.#lostWords(id))]
      return faults.length === 0 ? [] : [`${faults.join('; ')}\n  ${this.#log.join('\n  ')}`]
    } catch (error) {
      return [`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n  ${this.#log.join('\n  ')}`]
    }
  }

  async #begin(): Promise<string> {
    const [first] = this.#machines
    if (first === undefined) throw new Error('No machine')
    const { id } = await first.call('articles.create', {})
    const { article, saveNumber } = await first.call('articles.open', { id })
    const newId = counter(`b${this.#number}-`)
    const lines = Array.from({ length: 4 }, () =>
      paragraph(newId, Array.from({ length: 5 }, this.#luck.word).join(' ')),
    )
    const document = [head('headline', newId, this.#luck.word()), ...lines]
    await first.call('articles.save', { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null })
    await first.call('articles.close', { id })
    return id
  }

  async #live(id: string): Promise<void> {
    const [first] = this.#machines
    const has = new Set(first === undefined ? [] : [first])
    const sent: Sent[] = []
    // Most articles are with several people from the beginning.
    if (first !== undefined && this.#luck.below(4) > 0) {
      sent.push(await first.give(id))
      this.#log.push(`${first.name}: gives file 0, to everybody`)
      for (const machine of this.#machines.slice(1)) {
        // oxlint-disable-next-line no-await-in-loop -- one after another
        await this.#take(machine, sent[0] ?? '')
        has.add(machine)
      }
    }
    const steps = 8 + this.#luck.below(40)
    for (let step = 0; step < steps; step += 1) {
      const there = [...has]
      const machine = there[this.#luck.below(there.length)]
      if (machine === undefined) return
      const chance = this.#random()
      /* oxlint-disable no-await-in-loop -- a history is one thing after another */
      if (chance < 0.6) this.#log.push(await act(machine, id, this.#luck))
      else if (chance < 0.75) {
        this.#log.push(`${machine.name}: gives file ${sent.length}`)
        sent.push(await machine.give(id))
      } else if (sent.length > 0) {
        const which = this.#luck.below(sent.length)
        const receiver = this.#machines[this.#luck.below(this.#machines.length)]
        if (receiver === undefined) continue
        this.#log.push(`${receiver.name}: takes file ${which}`)
        if (await this.#take(receiver, sent[which] ?? '')) has.add(receiver)
      }
      /* oxlint-enable no-await-in-loop */
      this.#count.acts += 1
    }
  }

  /** @returns whether the receiver has the article now. */
  async #take({ call }: Machine, bytes: Sent): Promise<boolean> {
    const { effect } = await call('handover.take', { file: { bytes }, clashes: 'propose' })
    this.#count.taken += 1
    if (effect === 'clash') this.#count.clashes += 1
    return true
  }

  /** Everybody hands over to the first, and gets what the first has then. */
  async #meet(id: string): Promise<void> {
    const [first, ...others] = this.#machines
    if (first === undefined) return
    /* oxlint-disable no-await-in-loop -- one after another, as at a desk */
    for (const other of others) {
      const bytes = await other.give(id).catch((error: unknown) => {
        if (error instanceof ContractError && error.code === 'not-found') return null
        throw error
      })
      if (bytes === null) continue
      this.#log.push(`${first.name}: takes all that ${other.name} has`)
      await this.#take(first, bytes)
    }
    const all = await first.give(id)
    for (const other of others) {
      this.#log.push(`${other.name}: takes all`)
      await this.#take(other, all)
    }
    /* oxlint-enable no-await-in-loop */
  }

  async #differences(id: string): Promise<string[]> {
    const [first, ...others] = await Promise.all(this.#machines.map((machine) => shown(machine, id)))
    if (first === undefined) return ['nothing is there']
    return Object.keys(first).flatMap((part) => {
      const differs = others.findIndex((other) => other[part] !== first[part])
      if (differs === -1) return []
      return [`${part} of machine ${differs + 1} is another: ${others[differs]?.[part]} is not ${first[part]}`]
    })
  }

  async #lostWords(id: string): Promise<string[]> {
    const [first] = this.#machines
    if (first === undefined) return []
    const { call } = first
    const { article } = await call('articles.get', { id })
    const { proposals } = await call('proposals.list', { id })
    const { threads } = await call('threads.list', { id })
    const { entries } = await call('desk.assignments', { id })
    const said = [
      articleText(article),
      ...proposals.flatMap(({ head: proposed }) => articleText(proposed)),
      JSON.stringify([threads, entries]),
    ].join(' ')
    const found = new Set(said.match(WORD))
    return [...this.#words].filter((word) => !found.has(word)).map((word) => `${word} is lost`)
  }
}

/** What everybody must have in the end, by its kind. */
async function shown({ call }: Machine, id: string): Promise<Record<string, string>> {
  const { article, state } = await call('articles.get', { id })
  const { threads } = await call('threads.list', { id })
  const { proposals } = await call('proposals.list', { id })
  const { events, damaged } = await call('review.history', { id })
  const { entries } = await call('desk.assignments', { id })
  // What proves a step depends on whom a store knows.
  const steps = events.map(({ proof: _proof, signer: _signer, ...event }) => event)
  const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1)
  return {
    'the text': canonicalJson(article),
    'the state': state,
    'the threads': canonicalJson(threads.toSorted(byId)),
    'the proposals': canonicalJson(proposals.toSorted(byId)),
    'the audit': canonicalJson({ steps, damaged }),
    'the assignments': canonicalJson(entries),
  }
}
