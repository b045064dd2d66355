import { readFileSync } from 'node:fs'
import { openService } from '#electron/service/open-service.ts'
import { resultOrThrow } from '#electron/service/service.ts'
import { searches } from './searches.ts'
import { Writer } from './writer.ts'

/** The result of a service that runs alone in its process. `syncs` is null where they are not counted. */
export type ChildResult = { saves: number; syncs: number | null; startMb: number; endMb: number }

const mb = (): number => process.memoryUsage.rss() / 1e6

function syncs(): number | null {
  const path = process.env['MIDAD_SYNCS']
  return path === undefined ? null : Number(readFileSync(path).readBigUInt64LE())
}

/** Opens the service on a store, lists, searches and saves, and prints a `ChildResult`. */
const [folder = '', saves = '0'] = process.argv.slice(2)
const service = openService(folder)
resultOrThrow(await service.call('articles.list', {}, 'child'))
const startMb = mb()
for (const { typed } of searches()) resultOrThrow(await service.call('articles.list', { search: typed }, 'child'))
const writer = await Writer.begin(service)
const before = syncs()
for (let count = 0; count < Number(saves); count += 1) {
  // In sequence, as a window does.
  // oxlint-disable-next-line no-await-in-loop
  await writer.save()
}
const after = syncs()
const result: ChildResult = {
  ...{ saves: Number(saves), startMb, endMb: mb() },
  syncs: before === null || after === null ? null : after - before,
}
process.stdout.write(JSON.stringify(result))
await writer.close()
service.close()
