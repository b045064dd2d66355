import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleHash } from '#core/article/canonical.ts'
import { openService } from '#electron/service/open-service.ts'
import { seededRandom } from '#tests/bench/statistics.ts'
import { skippedRow, type Row } from '../row.ts'
import { withFolder } from '../support/folders.ts'
import { rewritten, WRITER } from '../support/texts.ts'
import { sitDown } from './desk.ts'
import { copyAsKilled } from './found-at.ts'
import { mountMedium, NO_MOUNT, type Medium } from './mount.ts'

const FAULT = 'the medium is read-only, with a store that was cut off on it'

async function readOnce(medium: Medium, scratch: string, random: () => number): Promise<string[]> {
  const losses: string[] = []
  const expect = (isFine: boolean, words: string): void => void (isFine || losses.push(words))
  const desk = await sitDown(scratch)
  for (let save = 0; save < 5; save += 1) await desk.save(200 + Math.floor(random() * 20_000))
  const store = join(medium.folder, 'store')
  mkdirSync(store)
  copyAsKilled(scratch, store)
  const { id } = desk
  const acknowledged = desk.acknowledged()
  desk.service.close()
  const bytes = (): Buffer => Buffer.concat(['midad.db', 'midad.db-wal'].map((name) => readFileSync(join(store, name))))
  const before = bytes()
  expect(medium.setReadOnly(true), 'the medium could not be made read-only')
  const reader = openService(store)
  const got = await reader.call('articles.get', { id }, 'desk')
  expect(
    got.ok && articleHash(got.value.article) === acknowledged,
    'the last acknowledged text, which is in the log, is not shown',
  )
  const list = await reader.call('articles.list', {}, 'desk')
  expect(list.ok && list.value.rows.length === 1, 'the list is not shown')
  if (got.ok) {
    const { article, saveNumber } = got.value
    const save = { article: rewritten(article, 'x', 100), baseSaveNumber: saveNumber, caret: null, actor: WRITER }
    const answer = await reader.call('articles.save', save, 'desk')
    expect(!answer.ok && answer.error.code === 'store-read-only', 'a save was not refused as read-only')
  }
  reader.close()
  expect(before.equals(bytes()), 'something on the medium changed')
  medium.setReadOnly(false)
  const writer = openService(store)
  const again = await writer.call('articles.get', { id }, 'desk')
  if (!again.ok) losses.push(`once it can be written, the text is not there: ${again.error.code}`)
  else {
    const { article, saveNumber } = again.value
    const save = { article: rewritten(article, 'y', 100), baseSaveNumber: saveNumber, caret: null, actor: WRITER }
    expect((await writer.call('articles.save', save, 'desk')).ok, 'once it can be written, nothing can be saved')
  }
  writer.close()
  return losses
}

/** Opens a store on a read-only medium, this many times. */
export async function runReadOnly(times: number, seed: number): Promise<Row> {
  const random = seededRandom(seed)
  return withFolder(async (base) => {
    const losses: string[] = []
    for (let time = 1; time <= times; time += 1) {
      const medium = mountMedium(join(base, `medium-${time}`), 16 * 1024 * 1024)
      if (medium === null) return skippedRow(FAULT, NO_MOUNT)
      try {
        const found = await readOnce(medium, join(base, `desk-${time}`), random)
        losses.push(...found.map((words) => `medium ${time}: ${words}`))
      } finally {
        medium.unmount()
      }
    }
    return { fault: FAULT, times, losses, notes: ['reported as «store-read-only»; everything can be read'] }
  })
}
