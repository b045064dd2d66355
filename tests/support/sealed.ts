import type { Page } from '@playwright/test'
import {
  aboutOf,
  channelSchema,
  helloSchema,
  nonceOf,
  sessionSchema,
  welcomeSchema,
  type MessageKind,
  type Session,
} from '#core/contract/sealing.ts'
import { seal, unseal } from '#electron/browser/seal.ts'

type Sent = { url: string; authorization: string | undefined }

/** What a test knows of a window's channels: its secret was read in the window itself. */
export class Overheard {
  readonly #secret: Buffer
  readonly #keys = new Map<string, Buffer>()

  constructor(secret: string) {
    this.#secret = Buffer.from(secret, 'hex')
  }

  /** Learns the key of a channel from the bodies of its handshake. */
  learn(url: string, hello: unknown, welcome: unknown): void {
    const { nonce } = helloSchema.parse(hello)
    const { nonce: own, sealed } = welcomeSchema.parse(welcome)
    const about = aboutOf(new URL(url).host, '/channel', nonce)
    const given = unseal(this.#secret, Buffer.from(own, 'hex'), about, Buffer.from(sealed, 'hex'))
    if (given === null) throw new Error('The welcome is not for this window')
    const { channel, key } = channelSchema.parse(JSON.parse(given.toString()))
    this.#keys.set(channel, Buffer.from(key, 'hex'))
  }

  /** @returns the opened JSON of a request or its answer; null when its channel is not known. */
  open(kind: MessageKind, sent: Sent, sealed: Buffer): unknown {
    const found = this.#find(sent)
    if (found === null) return null
    const bytes = unseal(found.key, nonceOf(kind, found.number), found.about, sealed)
    if (bytes === null) throw new Error('It was not sealed by this window or its service')
    return JSON.parse(bytes.toString())
  }

  /** @returns an answer as the service seals it; null when the channel of the request is not known. */
  answer(sent: Sent, result: unknown): Buffer | null {
    const found = this.#find(sent)
    if (found === null) return null
    return seal(found.key, nonceOf('answer', found.number), found.about, Buffer.from(JSON.stringify(result)))
  }

  #find({ url, authorization }: Sent): { key: Buffer; number: number; about: Uint8Array } | null {
    const [, id = '', number] = /^Midad (.*)\.(\d+)$/u.exec(authorization ?? '') ?? []
    const key = this.#keys.get(id)
    const { host, pathname } = new URL(url)
    return key === undefined ? null : { key, number: Number(number), about: aboutOf(host, pathname) }
  }
}

/** @returns the session of a window. */
export async function sessionOf(page: Page): Promise<Session> {
  const stored: unknown = JSON.parse((await page.evaluate(() => sessionStorage.getItem('midad.session'))) ?? 'null')
  return sessionSchema.parse(stored)
}

/**
 * Refuses every call of this name that a window makes, as the service would.
 * @returns a function that lets them through again
 */
export async function refuseCalls(page: Page, name: string, code: string): Promise<() => Promise<void>> {
  const overheard = new Overheard((await sessionOf(page)).secret)
  await page.route('**/channel', async (route) => {
    const response = await route.fetch()
    overheard.learn(route.request().url(), route.request().postDataJSON(), await response.json())
    await route.fulfill({ response })
  })
  await page.route(`**/call/${name}`, async (route) => {
    const { authorization } = route.request().headers()
    const answer = overheard.answer(
      { url: route.request().url(), authorization },
      { ok: false, error: { code, params: {} } },
    )
    // The window believes no answer that is not sealed. It opens another channel, which is overheard, and asks again.
    await route.fulfill({ body: answer ?? '' })
  })
  return async () => {
    await page.unroute(`**/call/${name}`)
    await page.unroute('**/channel')
  }
}
