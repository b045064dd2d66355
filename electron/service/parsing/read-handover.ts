import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { isDeepJson, parseJson } from '#core/article/json.ts'
import { ContractError } from '#core/contract/errors.ts'
import { MAX_IMPORT_BYTES } from '#core/contract/import.ts'
import { eventSchema } from '#core/contract/review.ts'
import { eventIdOf } from '#core/newsroom/chained-event.ts'
import { HANDOVER_FILE, picturePath, textPath } from '#core/newsroom/handover/bag.ts'
import { handoverSchema, type Handover } from '#core/newsroom/handover/handover.ts'
import { SIGNED_FILE } from '#core/export/package/signature.ts'
import { digest } from '#db/seal.ts'
import { readArticle } from '#db/tables/article-text.ts'
import type { StoredEvent } from '#db/tables/events.ts'
import { decryptWith, isEncrypted } from '#electron/files/age.ts'
import { identifyImage } from '#electron/files/identify-image.ts'
import { readBag } from '#electron/files/verify-package/read-bag.ts'
import type { BagFiles } from '#electron/files/verify-package/bag.ts'
import type { PackageSigner } from '#electron/files/verify-package/signature.ts'
import { decodeBase64 } from './base64.ts'
import type { IncomingPicture } from './resolve-pictures.ts'

/** A hand-over that is whole: every hash in it was checked, and every text is an article of this version. */
export type ReadHandover = {
  handover: Handover
  /** The steps of the audit, each as its hash says. Who signed them, the store knows. */
  events: StoredEvent[]
  /** The texts by hash, deflated as the store keeps them. */
  texts: Map<string, Uint8Array>
  pictures: IncomingPicture[]
  /** Whose key signed it; null for nobody's. */
  signer: PackageSigner | null
  wasEncrypted: boolean
  /** What is the same for the same hand-over, however it was encrypted. */
  digest: string
}

/** The longest `handover.json`, in bytes: without texts and pictures no article needs as much. */
const MAX_DESCRIPTION = 32 * 1024 * 1024

const unsound = (problem: string): ContractError => new ContractError('handover-unsound', { problem })

/**
 * Reads a hand-over that may come from anybody.
 * @param identity of whoever works here, for a file that is encrypted; null where nobody can read one
 * @throws ContractError `handover-unsound`, `handover-not-for-you`, `import-too-large`; nothing else, whatever the file holds.
 */
export async function readHandover({
  base64,
  identity,
}: {
  base64: string
  identity: string | null
}): Promise<ReadHandover> {
  const given = decodeBase64(base64)
  if (given.length > MAX_IMPORT_BYTES) throw new ContractError('import-too-large')
  const wasEncrypted = isEncrypted(given)
  const bytes = wasEncrypted ? await opened(given, identity) : given
  const read = await readBag(bytes)
  const [problem] = read.problems
  if (read.bag === null || problem !== undefined) throw unsound(problem?.code ?? 'not-a-bag')
  const { files, signer } = read
  const handover = descriptionOf(files)
  const events = eventsOf(handover)
  const texts = textsOf(handover, files)
  const pictures = picturesOf(handover, files)
  if ([...files.keys()].filter((path) => path.startsWith('data/')).length !== 1 + texts.size + pictures.length)
    throw unsound('extra-file')
  const signed = files.get(SIGNED_FILE) ?? new Uint8Array()
  return {
    handover,
    events,
    texts,
    pictures,
    signer,
    wasEncrypted,
    digest: createHash('sha256').update(signed).digest('hex'),
  }
}

async function opened(bytes: Uint8Array, identity: string | null): Promise<Uint8Array> {
  const decrypted = identity === null ? null : await decryptWith(identity, bytes)
  if (decrypted === null) throw new ContractError('handover-not-for-you')
  return decrypted
}

function descriptionOf(files: BagFiles): Handover {
  const bytes = files.get(`data/${HANDOVER_FILE}`)
  if (!bytes || bytes.length > MAX_DESCRIPTION) throw unsound('bad-json')
  const text = Buffer.from(bytes).toString('utf8')
  const parsed = handoverSchema.safeParse(isDeepJson(text) ? undefined : parseJson(text))
  if (!parsed.success) throw unsound('bad-json')
  return parsed.data
}

/** @returns the steps of the audit, if each is one of this article that a screen can show, and what its id says. */
function eventsOf({ article, state, events }: Handover): StoredEvent[] {
  const read = events.map((event): StoredEvent => {
    const step = eventSchema.safeParse(event)
    const isOwn = event.articleId === article && eventIdOf(event) === event.id
    if (!step.success || !isOwn || Number.isNaN(Date.parse(event.at))) throw unsound('bad-json')
    return { ...event, ...step.data }
  })
  if (read.at(-1)?.to !== state) throw unsound('status-differs')
  return read
}

/** @returns the text of every version and proposal that the file says it has. */
function textsOf({ article, head, revisions, proposals }: Handover, files: BagFiles): Map<string, Uint8Array> {
  const texts = new Map<string, Uint8Array>()
  const hashes = new Set([...revisions.map(({ hash }) => hash), ...proposals.flatMap((each) => [each.base, each.head])])
  if (!revisions.some(({ hash }) => hash === head)) throw unsound('bad-article')
  for (const hash of hashes) {
    const json = Buffer.from(files.get(`data/${textPath(hash)}`) ?? new Uint8Array()).toString('utf8')
    if (!isArticle(json, hash, article)) throw unsound('bad-article')
    texts.set(hash, deflateRawSync(json))
  }
  return texts
}

/** @returns whether a text is that of the article, and is as its hash says. */
function isArticle(json: string, hash: string, id: string): boolean {
  if (isDeepJson(json) || digest(json) !== hash) return false
  try {
    return readArticle(json, hash, id).id === id
  } catch (error) {
    // Also JSON that is none: nobody but a stranger writes it.
    if (error instanceof ContractError || error instanceof SyntaxError) return false
    throw error
  }
}

/** @returns the pictures; each is what its bytes say, not what the file says of it. */
function picturesOf({ pictures }: Handover, files: BagFiles): IncomingPicture[] {
  return pictures.map(({ hash, name }) => {
    const bytes = files.get(`data/${picturePath(hash)}`)
    if (!bytes || digest(bytes) !== hash) throw unsound('missing-file')
    return { asset: imageOf(bytes, name), bytes }
  })
}

function imageOf(bytes: Uint8Array, name: string): IncomingPicture['asset'] {
  try {
    return identifyImage(bytes, name)
  } catch (error) {
    if (error instanceof ContractError) throw unsound('unnamed-picture')
    throw error
  }
}
