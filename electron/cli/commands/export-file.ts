import { leftOutWords } from '#core/locale/left-out.ts'
import type { CallOutput } from '#core/contract/contract.ts'
import type { FormatId } from '#core/export/formats.ts'
import { fromHere, type Session } from '../session.ts'
import { findArticle } from '../find-article.ts'
import type { Answer } from '../output.ts'
import { createFolder, isMissingFolder, type ExportOptions } from './export.ts'

/** Writes each article as one file of a format, into a folder that is created if need be. */
export async function exportFileCommand(
  session: Session,
  typedIds: readonly string[],
  format: FormatId,
  { out, draft, withReview }: ExportOptions,
): Promise<Answer> {
  const folder = fromHere(out)
  const files: CallOutput<'publish.exportFile'>[] = []
  for (const typed of typedIds) {
    // One after another: two may have one name.
    // oxlint-disable-next-line no-await-in-loop
    const id = await findArticle(session, typed)
    const write = (): Promise<CallOutput<'publish.exportFile'>> =>
      session.call('publish.exportFile', { id, format, folder, draft, withReview })
    // oxlint-disable-next-line no-await-in-loop
    const file = await write().catch((error: unknown) => {
      if (!isMissingFolder(error)) throw error
      createFolder(folder)
      return write()
    })
    files.push(file)
  }
  return {
    value: { files },
    lines: files.flatMap(({ path, leftOut }) => [
      session.t('cli.file-written', { path }),
      ...[leftOutWords(leftOut, session.t)].filter((words) => words !== null),
    ]),
  }
}
