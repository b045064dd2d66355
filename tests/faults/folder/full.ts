import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { takeBallast } from '#db/ballast.ts'
import { openService } from '#electron/service/open-service.ts'
import { seededRandom } from '#tests/bench/statistics.ts'
import { skippedRow, type Row } from '../row.ts'
import { withFolder } from '../support/folders.ts'
import { sitDown } from './desk.ts'
import { mountMedium, NO_MOUNT, type Medium } from './mount.ts'

const FAULT = 'the disk is full'
const MEGABYTE = 1024 * 1024

/** Writes until the medium is full. */
function fill(path: string): void {
  const file = openSync(path, 'a')
  try {
    for (const size of [MEGABYTE, 4096, 1]) {
      for (let isRoom = true; isRoom;) {
        try {
          writeSync(file, Buffer.alloc(size, 1))
        } catch {
          isRoom = false
        }
      }
    }
  } finally {
    closeSync(file)
  }
}

async function fillOnce(medium: Medium, random: () => number): Promise<string[]> {
  const [store, filler] = [join(medium.folder, 'store'), join(medium.folder, 'filler')]
  const losses: string[] = []
  const expect = (isFine: boolean, words: string): void => void (isFine || losses.push(words))
  const desk = await sitDown(store)
  const binned = await desk.ask('articles.create', {})
  const thrown = binned.ok ? binned.value.id : ''
  await desk.ask('bin.put', { id: thrown })
  takeBallast(store)
  fill(filler)
  let code = 'ok'
  for (let save = 0; save < 400 && code === 'ok'; save += 1) code = await desk.save(200 + Math.floor(random() * 60_000))
  expect(code === 'store-full', `the refusal was ${code}`)
  expect(await desk.isRight(), 'what was acknowledged is not there when the disk is full')
  // The service has freed its ballast, so there is some space.
  expect((await desk.save(300)) === 'ok', 'a short text could not be saved into the room of the ballast')
  const emptied = await desk.ask('bin.empty', { ids: [thrown] })
  expect(emptied.ok && emptied.value.removed === 1, 'the bin could not be emptied')
  const exported = await desk.ask('publish.export', { id: desk.id, folder: medium.folder, draft: true })
  expect(exported.ok, `nothing could be exported: ${exported.ok ? '' : exported.error.code}`)
  fill(filler)
  code = 'ok'
  for (let save = 0; save < 400 && code === 'ok'; save += 1) code = await desk.save(60_000)
  expect(code === 'store-full', `the second refusal was ${code}`)
  expect(await desk.isRight(), 'what was acknowledged is not there the second time')
  expect((await desk.ask('articles.list', {})).ok, 'the list cannot be read on a full disk')
  const acknowledged = desk.acknowledged()
  desk.service.close()
  // Without any space, the store can still be read.
  fill(filler)
  const reader = openService(store)
  const read = await reader.call('articles.get', { id: desk.id }, 'desk')
  expect(read.ok, 'on a full disk the store cannot even be read')
  reader.close()
  rmSync(filler)
  const again = openService(store)
  const listed = await again.call('articles.list', {}, 'desk')
  expect(listed.ok && listed.value.rows.length === 1, 'the article is not there when there is room again')
  expect(acknowledged !== '', 'nothing was ever acknowledged')
  again.close()
  return losses
}

/** Fills a small medium under an open store, this many times. */
export async function runFullDisks(times: number, seed: number): Promise<Row> {
  const random = seededRandom(seed)
  return withFolder(async (base) => {
    const losses: string[] = []
    for (let time = 1; time <= times; time += 1) {
      const medium = mountMedium(join(base, `${time}`), (10 + Math.floor(random() * 10)) * MEGABYTE)
      if (medium === null) return skippedRow(FAULT, NO_MOUNT)
      try {
        losses.push(...(await fillOnce(medium, random)).map((words) => `disk ${time}: ${words}`))
      } finally {
        medium.unmount()
      }
    }
    const notes = [
      'reported as «store-full»; the ballast lets short texts be saved, the bin be emptied and a package leave',
    ]
    return { fault: FAULT, times, losses, notes }
  })
}
