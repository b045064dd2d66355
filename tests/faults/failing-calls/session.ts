/**
 * Makes each system call of some operations fail, one after the other, and checks the answers and the store:
 * `session.ts FOLDER CONTROL ERROR`. Runs under the shim, and prints a `Failed` as JSON.
 */
import { join } from 'node:path'
import { articleHash } from '#core/article/canonical.ts'
import type { CallInput, CallName, CallResult } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { openStore, type Store } from '#db/open.ts'
import { getArticle } from '#db/tables/articles.ts'
import { readAsset } from '#electron/files/asset-files.ts'
import { createService, type Service } from '#electron/service/service.ts'
import { counter } from '#tests/support/articles.ts'
import { png } from '#tests/support/pictures.ts'
import { createControl, type Refusal } from '../native/shim.ts'
import { rewritten } from '../support/texts.ts'
import type { Failed } from './result.ts'

const [folder = '', controlPath = '', refusal] = process.argv.slice(2)
const error: Refusal = refusal === 'ENOSPC' ? 'ENOSPC' : 'EIO'
const control = createControl(controlPath)
/** SQLite reports a full disk only for writes; ENOSPC of any other call is an I/O error. */
const EXPECTED: Readonly<Record<Refusal, readonly string[]>> = { EIO: ['store-io'], ENOSPC: ['store-full', 'store-io'] }
const result: Failed = { injected: 0, refused: 0, losses: [], calls: [] }
const calls = new Set<string>()
let minutes = 0
const newId = counter('a')

function serve(store: Store): Service {
  const now = (): string => new Date(Date.UTC(2026, 10, 24, 8, 0, (minutes += 1))).toISOString()
  return createService({ store, now, newId, newBlockId: counter(), home: folder, keyFolder: folder })
}

/** Runs an operation once for each of its calls. That call fails alone, then together with all later ones. */
async function eachCall(what: string, work: (lose: (words: string) => void) => Promise<void>): Promise<void> {
  for (const mode of ['once', 'from'] as const) {
    // Every second save has a checkpoint: the calls are exhausted after two runs without a failure.
    for (let [target, missed] = [1, 0]; missed < 2;) {
      control.arm(mode, target, error)
      const losses: string[] = []
      await work((words) => losses.push(words))
      const { hit } = control.disarm()
      result.losses.push(...losses.map((words) => `${what}, ${error} at call ${target} (${hit}): ${words}`))
      if (hit === '') missed += 1
      else {
        result.injected += 1
        calls.add(hit.replace(/[0-9a-f]{64}|\.[0-9a-f]{12}/gu, '…'))
        ;[target, missed] = [target + 1, 0]
      }
    }
  }
}

/** Calls the service. A refusal must have an expected code; else it is a loss. */
async function ask<N extends CallName>(
  service: Service,
  name: N,
  input: CallInput<N>,
  lose: (words: string) => void,
): Promise<CallResult<N>> {
  const answer = await service.call(name, input, 'one')
  if (!answer.ok) {
    result.refused += 1
    if (!EXPECTED[error].includes(answer.error.code)) lose(`the answer was ${answer.error.code}`)
  }
  return answer
}

/** Repeats a refused call while nothing fails: it must succeed. */
async function insist<N extends CallName>(
  service: Service,
  name: N,
  input: CallInput<N>,
  lose: (words: string) => void,
) {
  control.pause()
  const answer = await service.call(name, input, 'one')
  if (!answer.ok) lose(`it was refused again when nothing failed any more: ${answer.error.code}`)
  return answer
}

async function saving(service: Service, store: Store): Promise<void> {
  const made = await service.call('articles.create', {}, 'one')
  if (!made.ok) throw new Error('No article could be made')
  const { id } = made.value
  let saves = 0
  await eachCall('a save', async (lose) => {
    control.pause()
    const before = getArticle(store.db, id)
    if (before === null) return lose('the article is gone')
    const article = rewritten(before.article, `${(saves += 1)}`, 300)
    const save = { article, baseSaveNumber: before.saveNumber, caret: null }
    control.resume()
    const answer = await ask(service, 'articles.save', save, lose)
    const stored = getArticle(store.db, id)
    const expected = answer.ok ? article : before.article
    if (stored === null || articleHash(stored.article) !== articleHash(expected)) {
      lose(answer.ok ? 'it was acknowledged, and is not there' : 'it was refused, and the text before it is not there')
    }
    if (!answer.ok) await insist(service, 'articles.save', save, lose)
    if (articleHash(getArticle(store.db, id)?.article ?? before.article) !== articleHash(article)) {
      lose('it was acknowledged the second time, and is not there')
    }
  })
  let isDraft = true
  await eachCall('a transition', async (lose) => {
    const step = { id, to: isDraft ? 'submitted' : 'draft', note: '' } as const
    const answer = await ask(service, 'review.move', step, lose)
    if (!answer.ok) await insist(service, 'review.move', step, lose)
    isDraft = !isDraft
    if (getArticle(store.db, id)?.state !== step.to) lose('the article is not where it was said to be')
  })
}

async function addingPictures(service: Service): Promise<void> {
  let width = 10
  await eachCall('a picture', async (lose) => {
    const bytes = png((width += 1), 10).toString('base64')
    const answer = await ask(service, 'assets.add', { name: 'صورة.png', bytes }, lose)
    const added = answer.ok ? answer : await insist(service, 'assets.add', { name: 'صورة.png', bytes }, lose)
    if (added.ok && !Buffer.from(readAsset(folder, added.value.asset.hash)).equals(Buffer.from(bytes, 'base64'))) {
      lose('the picture that was acknowledged is not there')
    }
  })
}

/** Opening must be refused with a code or succeed; the next opening must succeed. */
async function opening(path: () => string): Promise<void> {
  await eachCall('an opening', async (lose) => {
    const where = path()
    try {
      openStore(where).close()
    } catch (thrown) {
      result.refused += 1
      if (!(thrown instanceof ContractError)) throw thrown
      if (!EXPECTED[error].includes(thrown.code)) lose(`the answer was ${thrown.code}`)
    }
    control.pause()
    openStore(where).close()
  })
}

const store = openStore(folder)
// Makes a checkpoint at every second save.
store.db.get('PRAGMA wal_autocheckpoint = 12')
const service = serve(store)
await saving(service, store)
await addingPictures(service)
service.close()
await opening(() => folder)
const fresh = counter('fresh')
await opening(() => join(folder, fresh()))
result.calls = [...calls].toSorted()
process.stdout.write(JSON.stringify(result))
