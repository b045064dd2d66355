import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { serveService, type ServedService } from '#electron/browser/server.ts'
import { connect } from '#tests/support/connect.ts'
import { testService } from '#tests/support/service.ts'
import { startStranger, type Stranger } from '#tests/support/stranger.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const SECRET = 'what only the memory of the shell holds'
const WORDS = 'كلمات لا يقرأها غريب'

let served: ServedService | null = null
async function stop(): Promise<void> {
  await served?.close()
  served = null
}
afterEach(stop)

/** The service stops, and a stranger takes its port. The client's next connection is to the stranger. */
async function replace(origin: string): Promise<Stranger> {
  await stop()
  const stranger = await startStranger(Number(new URL(origin).port))
  // `fetch` may still find a connection that the service has closed.
  const isReached = (): Promise<boolean> =>
    fetch(origin).then(
      ({ ok }) => ok,
      () => false,
    )
  await expect.poll(isReached).toBe(true)
  return stranger
}

/** Serves a store. @returns the address of a window. */
async function serve({ service }: ReturnType<typeof testService>, port = 0): Promise<string> {
  const addresses: string[] = []
  const options = { staticFolder: join(tempFolder(), 'page'), port, secret: SECRET }
  served = await serveService({ service, ...options, onAddress: (url) => addresses.push(url) })
  return addresses[0] ?? ''
}

describe('a stranger on the port of a service that died', () => {
  it('is sent neither secret nor words, and is not believed; the service that comes back is', async () => {
    const midad = testService()
    const { session, origin, call } = await connect(await serve(midad))
    const port = Number(new URL(origin).port)
    const created = await call('articles.create', {})
    const id = created.ok ? created.value.id : ''
    const opened = await call('articles.open', { id })
    if (!opened.ok) throw new Error(opened.error.code)
    const { article, saveNumber } = opened.value
    const [head, body] = article.document
    const document = [head, { ...body, children: [{ text: WORDS }] }] as typeof article.document
    const save = () =>
      call('articles.save', {
        article: { ...article, document },
        baseSaveNumber: saveNumber,
        caret: null,
      })
    const stranger = await replace(origin)
    const before = stranger.answered
    // The channel to the service is still open when the first is sent. Then the stranger must prove itself, and cannot.
    await expect(save()).rejects.toMatchObject({ code: 'connection-lost' })
    await expect(save()).rejects.toMatchObject({ code: 'connection-lost' })
    expect(stranger.answered - before).toBe(3)
    const heard = stranger.heard()
    expect(heard).toContain('POST /call/articles.save')
    expect(heard).toContain('POST /channel')
    for (const own of [WORDS, session.secret, SECRET, article.id]) expect(heard).not.toContain(own)
    await stranger.close()

    await serve(midad, port)
    expect(await save()).toMatchObject({ ok: true })
    expect(midad.store.db.all('SELECT id FROM articles').length).toBe(1)
  })

  it('cannot use what it overheard at the service that comes back', async () => {
    const midad = testService()
    const { session, origin, call } = await connect(await serve(midad))
    await call('articles.create', {})
    const port = Number(new URL(origin).port)
    const stranger = await replace(origin)
    await expect(call('articles.create', {})).rejects.toMatchObject({ code: 'connection-lost' })
    const heard = stranger.heard()
    await stranger.close()
    await serve(midad, port)
    const authorization = heard.split('\n').find((line) => line.startsWith('Midad ')) ?? ''
    expect(authorization).toMatch(/^Midad [\w-]{12}\.2$/u)
    const headers = { authorization, 'content-type': 'application/octet-stream' }
    const again = await fetch(`${origin}/call/articles.create`, { method: 'POST', headers, body: heard })
    expect(again.status).toBe(401)
    const hello = /\{"id":.*?\}/u.exec(heard)?.[0] ?? ''
    const welcome = await fetch(`${origin}/channel`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: hello,
    })
    // A hello that is repeated is answered, with a key that nobody can open without the secret.
    expect(await welcome.text()).not.toContain(session.secret)
    expect(midad.store.db.all('SELECT id FROM articles').length).toBe(1)
  })
})
