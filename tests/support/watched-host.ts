import { serveService } from '#electron/browser/server.ts'
import { openService } from '#electron/service/open-service.ts'
import { watchTurns, type Work } from './longest-turn.ts'

// A process that serves the store in a folder, and tells how long it was busy: no window in it, which is busy too.
export type ToWatched = 'watch' | 'look'
export type FromWatched = { type: 'address'; url: string } | { type: 'watching' } | { type: 'work'; work: Work }

const send = (message: FromWatched): void => void process.send?.(message)
const [, , folder = ''] = process.argv

const service = openService(folder, {
  person: { name: 'سعاد', role: 'reporter' },
  ...{ folderChoice: 'list', mayReach: () => true },
})
let look = watchTurns()
process.on('message', (message: ToWatched) => {
  const work = look()
  if (message === 'look') return send({ type: 'work', work })
  look = watchTurns()
  send({ type: 'watching' })
})
await serveService({ service, staticFolder: folder, onAddress: (url) => send({ type: 'address', url }) })
