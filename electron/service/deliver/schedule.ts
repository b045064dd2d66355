import type { Article } from '#core/article/article.ts'
import type { Change } from '#core/contract/events.ts'
import { toContractError } from '#db/errors.ts'
import { readAsset } from '#electron/files/asset-files.ts'
import { writePictureMetadata } from '#electron/files/picture-metadata/picture-metadata.ts'
import { getSettings } from '#db/tables/settings.ts'
import { formatFiles } from '../export/format-file.ts'
import type { ServiceOptions } from '../context.ts'
import { travellingPictures } from '../pictures/outgoing-pictures.ts'
import { fileVault } from '../secrets/file-vault.ts'
import { createSecrets } from '../secrets/secrets.ts'
import { createCourier, type Courier } from './courier.ts'

/** A page answers in seconds; a picture over a slow line takes minutes. */
const TIMEOUTS = { answer: 30_000, upload: 10 * 60_000 }
/** Timers cannot wait longer; it is asked again then. */
const LONGEST_WAIT_MS = 3_600_000

/** A store that refuses to be written to is left alone for so long. */
const AFTER_FAULT_MS = 30_000

/** @returns the courier of a store, with what the machine itself has where nothing else is given. */
export function courierOf(
  { store, print, sending = {} }: ServiceOptions,
  now: () => string,
  emit: (change: Change) => void,
): Courier {
  const ending = new AbortController()
  const { fetch: send = fetch, timeouts = TIMEOUTS, random = Math.random, vault = fileVault(store.folder) } = sending
  const courier = createCourier({
    store,
    random,
    secrets: createSecrets(store.folder, vault),
    tools: {
      now,
      http: { fetch: send, timeouts, signal: ending.signal },
      picture(hash, words) {
        const bytes = readAsset(store.folder, hash)
        return writePictureMetadata(bytes, words) ?? bytes
      },
      pictures: (article: Article) => travellingPictures(article, store.folder),
      extras: (planned, images) => formatFiles(getSettings(store.db).packageFormats, { ...planned, images }, { print }),
    },
    onChange: ({ id, articleId }) => emit({ type: 'delivery-changed', id: articleId, deliveryId: id }),
    onArticle: (id) => emit({ type: 'article-changed', id, by: '' }),
  })
  return {
    ...courier,
    stop() {
      courier.stop()
      ending.abort()
    },
  }
}

/**
 * Sends what is due, now and whenever something falls due, until the returned function is called. What was under way when
 * Midad ended the last time is gone on with.
 */
export function startDeliveries(
  { courier, onChange }: { courier: Courier; onChange: (listener: (change: Change) => void) => () => void },
  now: () => string,
): () => void {
  let timer: NodeJS.Timeout | null = null
  let isOver = false
  let isResting = false
  courier.whenFree(() => schedule())
  const schedule = (): void => {
    if (isResting) return
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (isOver) return
    const due = courier.nextDue()
    if (due === null) return
    const wait = due === '' ? 0 : Date.parse(due) - Date.parse(now())
    timer = setTimeout(() => void send(), Math.min(Math.max(wait, 0), LONGEST_WAIT_MS))
    timer.unref()
  }
  const send = async (): Promise<void> => {
    timer = null
    try {
      await courier.run()
    } catch (error) {
      // A store that refuses it now (a full disk, a medium gone) is asked again in a while.
      if (!isOver && toContractError(error) === null) throw error
      rest()
      return
    }
    schedule()
  }
  const rest = (): void => {
    if (timer !== null) clearTimeout(timer)
    if (isOver) return
    isResting = true
    timer = setTimeout(() => {
      isResting = false
      schedule()
    }, AFTER_FAULT_MS)
    timer.unref()
  }
  const stopListening = onChange(({ type }) => {
    if (type === 'delivery-changed') schedule()
  })
  schedule()
  return () => {
    isOver = true
    stopListening()
    if (timer !== null) clearTimeout(timer)
  }
}
