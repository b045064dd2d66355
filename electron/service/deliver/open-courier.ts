import type { Change } from '#core/contract/events.ts'
import type { FormatId } from '#core/export/formats.ts'
import type { Signer } from '#core/export/package/signature.ts'
import type { Store } from '#db/open.ts'
import { getSettings } from '#db/tables/settings.ts'
import { readAsset } from '#electron/files/asset-files.ts'
import { describePicture, outgoingPictures } from '../pictures/outgoing-pictures.ts'
import { fileVault } from '../secrets/file-vault.ts'
import { moveKey } from '../secrets/move-key.ts'
import { createSecrets } from '../secrets/secrets.ts'
import type { Vault } from '../secrets/vault.ts'
import { createCourier, type Courier } from './courier.ts'
import type { Parse } from '../parsing/parse.ts'
import type { HttpTools } from './http.ts'
import type { ExtraFiles, PackageSource } from './kind.ts'

/** A page answers in seconds; a picture over a slow line takes minutes. */
const TIMEOUTS = { answer: 30_000, upload: 10 * 60_000 }

/** What sending needs of the machine, so that tests can fix or break it. */
export type Sending = Pick<HttpTools, 'fetch' | 'timeouts' | 'parse'> & {
  /** From 0 to 1: spreads retries. */
  random: () => number
  /** Encrypts passwords. */
  vault: Vault
}

/**
 * @param sending the machine's own is used for what is left out
 * @param writeFormats writes an article in other formats, to add to its package
 * @param packageSigner who signs packages; called when one is made
 * @returns the courier of a store.
 */
export function openCourier({
  store,
  now,
  emit,
  parse,
  sending,
  writeFormats,
  packageSigner,
  keyFolder,
}: {
  store: Store
  keyFolder: string
  now: () => string
  emit: (change: Change) => void
  parse: Parse
  sending: Partial<Sending>
  writeFormats: (formats: readonly FormatId[], source: PackageSource) => Promise<ExtraFiles>
  packageSigner: () => Signer | null
}): Courier {
  const stopping = new AbortController()
  const { fetch: send = fetch, timeouts = TIMEOUTS, random = Math.random, vault = fileVault(keyFolder) } = sending
  const read = sending.parse ?? parse
  if (!store.readOnly) moveKey(store.folder, vault)
  const courier = createCourier({
    store,
    random,
    secrets: createSecrets(store.folder, vault),
    tools: {
      now,
      http: { fetch: send, timeouts, signal: stopping.signal, parse: read },
      async picture(hash, description) {
        return (await describePicture(readAsset(store.folder, hash), description, read)).bytes
      },
      pictures: (article) => outgoingPictures(article, store.folder, read),
      packageSigner,
      verify: (bytes) => read('package of ours', bytes),
      extras: (source) => writeFormats(getSettings(store.db).packageFormats, source),
    },
    onChange: ({ id, articleId }) => emit({ type: 'delivery-changed', id: articleId, deliveryId: id }),
    onArticle: (id) => emit({ type: 'article-changed', id, by: '' }),
  })
  return { ...courier, stop: () => stopping.abort() }
}
