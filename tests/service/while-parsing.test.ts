import { fork } from 'node:child_process'
import { on, once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { CallInput, CallName } from '#core/contract/contract.ts'
import { connect, type Client } from '#tests/support/connect.ts'
import type { Work } from '#tests/support/longest-turn.ts'
import { jpeg } from '#tests/support/pictures.ts'
import { rawZip } from '#tests/support/raw-zip.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import type { FromWatched, ToWatched } from '#tests/support/watched-host.ts'

const HOST = join(import.meta.dirname, '..', 'support', 'watched-host.ts')

type Watched = Client & {
  /** Makes a call. @returns the code of its refusal, and what the service did until it answered. */
  watch: <N extends CallName>(name: N, input: CallInput<N>) => Promise<{ code: string | null; work: Work }>
}

/** @returns a client of a service in a process of its own. */
async function watchedService(): Promise<Watched> {
  const child = fork(HOST, [join(tempFolder(), 'store')], { execArgv: [] })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await once(child, 'exit')
  })
  const answers = on(child, 'message')[Symbol.asyncIterator]()
  const next = async (): Promise<FromWatched> => ((await answers.next()).value as [FromWatched])[0]
  const ask = (question: ToWatched): Promise<FromWatched> => {
    child.send(question)
    return next()
  }
  const first = await next()
  if (first.type !== 'address') throw new Error('The service did not say its address')
  const client = await connect(first.url)
  // The key of the address is used now, and another was announced.
  await next()
  return {
    ...client,
    async watch(name, input) {
      await ask('watch')
      const result = await client.call(name, input)
      const last = await ask('look')
      if (last.type !== 'work') throw new Error('The service did not say what it did')
      return { code: result.ok ? null : result.error.code, work: last.work }
    },
  }
}

const base64 = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64')

/** @returns how long this thread takes to parse a text as JSON, in milliseconds of the processor: the quickest of three. */
function timeToParse(input: unknown): number {
  const text = JSON.stringify(input)
  const times = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage()
    JSON.parse(text)
    const { user, system } = process.threadCpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

const FOUR_MB = 4_000_000
const LARGEST = 36_000_000

/** Bytes that look like nothing, in the same order each time. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  for (let at = 0, state = 1; at < length; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes.writeUInt32LE(state, at)
  }
  return bytes
}

describe('the service', () => {
  it('is free for other calls while 4 MB of hostile HTML are parsed', async () => {
    const { call, watch } = await watchedService()
    await call('store.status', {})
    const page = `<html><body><h1>عنوان</h1>${'<p>كلام <b>آخر</b></p>'.repeat(FOUR_MB / 32)}</body></html>`
    const state = { isOver: false }
    const parsing = watch('import.recognise', { name: 'a.html', bytes: base64(page) }).finally(
      () => (state.isOver = true),
    )
    let answered = 0
    while (!state.isOver) {
      // oxlint-disable-next-line no-await-in-loop -- each is asked when the one before was answered
      expect(await call('store.status', {})).toMatchObject({ ok: true })
      answered += 1
    }
    const { code, work } = await parsing
    expect(code).toBe('import-too-large')
    // A hundred milliseconds of the three seconds that it takes here. Parsed in the service's thread, it would be all of them.
    expect(work.longestTurn).toBeLessThan(work.elsewhere / 30)
    expect(answered).toBeGreaterThan(10)
  })

  it.each<
    [
      what: string,
      name: 'assets.add' | 'import.recognise' | 'publish.verify',
      input: () => { name: string; bytes: string },
      code: string | null,
    ]
  >([
    [
      'picture that is none',
      'assets.add',
      () => ({ name: 'a.png', bytes: base64(noise(LARGEST)) }),
      'image-unsupported',
    ],
    // A camera appends data of its own. It is hashed and written beside the service too.
    ['picture', 'assets.add', () => ({ name: 'a.jpg', bytes: base64(Buffer.concat([jpeg(), noise(LARGEST)])) }), null],
    [
      'page',
      'import.recognise',
      () => ({ name: 'a.html', bytes: base64('<p>'.repeat(LARGEST / 3)) }),
      'text-too-large',
    ],
    [
      'package',
      'publish.verify',
      () => ({ name: '', bytes: base64(rawZip([{ name: 'a', data: noise(LARGEST) }])) }),
      null,
    ],
  ])('is not kept longer by the largest %s than by its JSON', async (_what, name, input, code) => {
    const { call, watch } = await watchedService()
    await call('store.status', {})
    const given = input()
    const { code: refused, work } = await watch(name, given)
    expect(refused).toBe(code)
    expect(work.longestTurn).toBeLessThan(3 * timeToParse(given))
  })
})
