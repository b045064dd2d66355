import { basename, join } from 'node:path'
import { sha256Hex } from '#core/article/canonical.ts'
import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { deliveryList } from '#core/export/package/delivery.ts'
import { deliveryListName } from '#core/export/package/name.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import { asFolderError } from '../folders/folders.ts'
import { loadArticle } from '../articles/load-article.ts'
import type { ExportContext } from './export-context.ts'
import { PACKAGE_STEPS, writePackage } from './write-package.ts'

type Output = CallOutput<'publish.exportMany'>
type Outcome = Output['packages'][number] | Output['refused'][number]

type Order = Omit<CallGiven<'publish.exportMany'>, 'ids' | 'job'>

async function writeOne(
  order: Order & { id: string },
  context: ExportContext,
  step: () => Promise<void>,
): Promise<Outcome> {
  try {
    return { id: order.id, ...(await writePackage(order, context, step)) }
  } catch (error) {
    // An article that is refused does not stop the others; a disk that is full or gone stops them all.
    const isOwn = error instanceof ContractError && !/^(?:store|folder)-/u.test(error.code)
    if (!isOwn) throw error
    return { id: order.id, code: error.code, params: error.params }
  }
}

const isCancelled = (outcome: Outcome): boolean => 'code' in outcome && outcome.code === 'cancelled'
const cancelled = (id: string): Outcome => ({ id, code: 'cancelled', params: {} })

/**
 * Writes the packages of several articles into one folder, and a list of them last: a program that watches the folder
 * starts when the list is there. A cancelled export lists what was written until then.
 * @param folder absolute and writable
 * @throws ContractError `cancelled` when nothing was written, and what a folder or the store refuses.
 */
export async function exportMany(
  { ids, job, ...rest }: CallGiven<'publish.exportMany'>,
  folder: string,
  context: ExportContext,
): Promise<Output> {
  return context.jobs.run(job ?? null, ids.length * PACKAGE_STEPS, async (step) => {
    const outcomes: Outcome[] = []
    for (const id of new Set(ids)) {
      const isStopped = outcomes.some(isCancelled)
      // One after another: each fills the memory with its pictures.
      // oxlint-disable-next-line no-await-in-loop
      const outcome = isStopped ? cancelled(id) : await writeOne({ ...rest, id, folder }, context, step)
      outcomes.push(outcome)
    }
    const packages = outcomes.filter((outcome) => 'path' in outcome)
    const refused = outcomes.filter((outcome) => 'code' in outcome)
    if (packages.length === 0 && refused.some(isCancelled)) throw new ContractError('cancelled')
    if (packages.length === 0) return { list: null, packages, refused }
    const list = deliveryList(
      packages.map(({ id, path, bytes, sha256, ...edition }) => ({
        ...{ edition, bytes, sha256 },
        article: loadArticle(context.store, id).article,
        file: basename(path),
      })),
    )
    const bytes = Buffer.from(list, 'utf8')
    const path = join(folder, deliveryListName(sha256Hex(bytes)))
    asFolderError(folder, () => writeFileAtomic(path, bytes))
    return { list: path, packages, refused }
  })
}
