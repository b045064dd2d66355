import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { CallInput, CallName, CallOutput } from '#core/contract/contract.ts'
import { openStore } from '#db/open.ts'
import { createService, resultOrThrow } from '#electron/service/service.ts'
import { counter } from '#tests/support/articles.ts'

/** The machine of one person, with a store and a clock of its own. */
export type Machine = {
  readonly name: string
  call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
  /** @returns an article as a hand-over, in base64. */
  give: (id: string) => Promise<string>
  close: () => void
}

const DAY = 86_400_000

/** @param number of the machine: its clock is a day off the one before */
export async function startMachine(folder: string, number: number): Promise<Machine> {
  // Both people have several machines.
  const name = `محرر ${number % 2}`
  let time = Date.UTC(2026, 10, 24, 8) + (number % 3) * DAY
  const service = createService({
    store: openStore(join(folder, `store-${number}`)),
    now: () => new Date((time += 1000)).toISOString(),
    newId: counter(`m${number}-`),
    newBlockId: counter(`m${number}-`),
    home: folder,
    keyFolder: join(folder, `keys-${number}`),
  })
  const out = join(folder, `out-${number}`)
  mkdirSync(out)
  const call: Machine['call'] = async (wanted, input) => resultOrThrow(await service.call(wanted, input, 'window'))
  await call('settings.set', { name, role: number === 0 ? 'editor' : 'reporter' })
  return {
    ...{ name, call },
    async give(id) {
      const { path } = await call('handover.give', { id, folder: out, to: null })
      const bytes = readFileSync(path).toString('base64')
      rmSync(path)
      return bytes
    },
    close: () => service.close(),
  }
}
