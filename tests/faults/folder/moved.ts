import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { articleHash } from '#core/article/canonical.ts'
import { openService } from '#electron/service/open-service.ts'
import { seededRandom } from '#tests/bench/statistics.ts'
import type { Row } from '../row.ts'
import { withFolder } from '../support/folders.ts'
import { sitDown, type Desk } from './desk.ts'
import { foundAfterKill } from './found-at.ts'

type Scene = { store: string; other: string; scratch: string; desk: Desk }

const there = ({ store, scratch, desk }: Scene): boolean =>
  foundAfterKill(store, desk.id, scratch) === desk.acknowledged()

/** Saves: it must be acknowledged, and the next process must find it. @returns what is wrong, in words. */
async function savesAndIsThere(scene: Scene): Promise<string[]> {
  const code = await scene.desk.save(400)
  if (code !== 'ok') return [`a save was refused: ${code}`]
  return there(scene) ? [] : ['what was acknowledged is not there']
}

/** What another program does to the files of an open store. Each function returns what is wrong afterwards, in words. */
const DEEDS: Readonly<Record<string, (scene: Scene) => Promise<string[]>>> = {
  async 'the file is removed'(scene) {
    rmSync(join(scene.store, 'midad.db'))
    return savesAndIsThere(scene)
  },
  async 'the log is removed'(scene) {
    rmSync(join(scene.store, 'midad.db-wal'))
    return savesAndIsThere(scene)
  },
  async 'everything in the folder is removed'(scene) {
    for (const name of readdirSync(scene.store)) rmSync(join(scene.store, name), { recursive: true })
    return savesAndIsThere(scene)
  },
  async 'another store takes its place'(scene) {
    renameSync(join(scene.other, 'midad.db'), join(scene.store, 'midad.db'))
    const losses = await savesAndIsThere(scene)
    const isKept = readdirSync(scene.store).some(
      (name) => name.startsWith('replaced-') && existsSync(join(scene.store, name, 'midad.db')),
    )
    return isKept ? losses : [...losses, 'the file that was put there is gone']
  },
  async 'another store is copied over it'(scene) {
    const { store, other, desk } = scene
    copyFileSync(join(other, 'midad.db'), join(store, 'midad.db'))
    const code = await desk.save(400)
    if (code !== 'store-corrupt') return [`the answer was ${code}`]
    desk.service.close()
    const again = openService(store)
    try {
      const got = await again.call('articles.get', { id: desk.id }, 'desk')
      return got.ok && articleHash(got.value.article) === desk.acknowledged() ? [] : ['the text did not come back']
    } finally {
      again.close()
    }
  },
  async 'the folder goes away and comes back'(scene) {
    const { store, desk } = scene
    renameSync(store, `${store}-away`)
    const code = await desk.save(400)
    const losses = code === 'store-io' && !existsSync(store) ? [] : [`without its folder the answer was ${code}`]
    renameSync(`${store}-away`, store)
    return [...losses, ...(await savesAndIsThere(scene))]
  },
}

/** Runs each of `DEEDS` this many times. */
export async function runMovedFiles(times: number, seed: number): Promise<Row[]> {
  const random = seededRandom(seed)
  const rows: Row[] = []
  for (const [fault, deed] of Object.entries(DEEDS)) {
    const losses: string[] = []
    for (let time = 1; time <= times; time += 1) {
      await withFolder(async (base) => {
        const [store, other] = [join(base, 'store'), join(base, 'other')]
        const stranger = await sitDown(other)
        stranger.service.close()
        const desk = await sitDown(store)
        for (let save = random() * 6; save > 0; save -= 1) await desk.save(200 + Math.floor(random() * 40_000))
        try {
          const found = await deed({ store, other, scratch: join(base, 'scratch'), desk })
          losses.push(...found.map((words) => `time ${time}: ${words}`))
        } finally {
          desk.service.close()
        }
      }, true)
    }
    rows.push({ fault: `${fault}, while it is open`, times, losses, notes: [] })
  }
  return rows
}
