import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import { serveService } from '#electron/browser/server.ts'
import { findPageFile } from '#electron/page/find-file.ts'
import { openService } from '#electron/service/open-service.ts'
import { resultOrThrow, type Service } from '#electron/service/service.ts'
import { png } from '#tests/support/pictures.ts'
import { generateArticle } from '../store/generate.ts'

/** The sides of a grey picture of 4 MB, in pixels. */
const PICTURE_SIDE = 2000

/** One service behind two servers: Midad's own, and one that takes and gives plain JSON. */
export type Served = { sealedUrl: string; plainUrl: string; service: Service; close: () => Promise<void> }

/** @param page the folder of the bench's page, which both serve */
export async function serveBoth(store: string, page: string): Promise<Served> {
  const service = openService(store, { sendsByItself: false })
  let sealedUrl = ''
  const sealed = await serveService({
    ...{ service, staticFolder: page },
    onAddress(url) {
      if (sealedUrl === '') sealedUrl = url
    },
  })
  const plain = await servePlain(service, page)
  return {
    ...{ sealedUrl, plainUrl: plain.url, service },
    async close() {
      plain.close()
      await sealed.close()
      service.close()
    },
  }
}

async function servePlain(service: Service, page: string): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (request.method === 'POST') {
      void request.toArray().then(async (chunks: Buffer[]) => {
        const input: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
        const result = await service.call(path.slice('/call/'.length), input, 'plain')
        const bytes = Buffer.from(JSON.stringify(result))
        response.writeHead(200, { 'content-length': bytes.length, 'cache-control': 'no-store' }).end(bytes)
      })
      return
    }
    const file = findPageFile(page, path)
    if (file === null) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': file.mediaType })
    createReadStream(file.path).pipe(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** @returns the id of a new article with this many words. */
export async function addArticle(service: Service, words: number, client: string): Promise<string> {
  const { id } = resultOrThrow(await service.call('articles.create', {}, client))
  const { article, saveNumber } = resultOrThrow(await service.call('articles.open', { id }, client))
  const { document } = generateArticle(1, words).article
  const save = { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null }
  resultOrThrow(await service.call('articles.save', save, client))
  resultOrThrow(await service.call('articles.close', { id }, client))
  return id
}

/** @returns the hash of a picture of 4 MB. */
export async function addPicture(service: Service): Promise<string> {
  const bytes = png(PICTURE_SIDE, PICTURE_SIDE).toString('base64')
  return resultOrThrow(await service.call('assets.add', { name: 'grey.png', bytes }, 'bench')).asset.hash
}
