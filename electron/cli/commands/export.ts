import { mkdirSync } from 'node:fs'
import type { CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { findArticle } from '../find-article.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'
import { fromHere } from '../session.ts'
import { actorOf } from './actor.ts'

/** Writes an article's package into a folder, which is made when it is not there. */
export async function exportCommand(
  session: Session,
  typedId: string,
  options: { out: string; draft: boolean; by?: string },
): Promise<Answer> {
  const actor = await actorOf(session, options.by)
  const id = await findArticle(session, typedId)
  const folder = fromHere(options.out)
  const write = (): Promise<CallOutput<'publish.export'>> =>
    session.call('publish.export', { id, folder, draft: options.draft, actor })
  // The service looks at the article first: a refused export leaves no empty folder behind.
  const { path, version, sha256, bytes, warnings } = await write().catch((error: unknown) => {
    if (!(error instanceof ContractError && error.code === 'folder-missing')) throw error
    makeFolder(folder)
    return write()
  })
  const findings = warnings.length === 0 ? [] : [session.t('cli.findings', { count: warnings.length })]
  return {
    value: { path, version, sha256, bytes, warnings },
    lines: [session.t('cli.exported', { version, path }), ...findings],
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new ContractError('folder-not-writable', { path: folder }, { cause: error })
  }
}
