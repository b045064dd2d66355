import type { Translate } from '#core/locale/translate.ts'
import { verifyFile } from '#electron/service/export/verify-file.ts'
import type { Answer } from '../output.ts'
import { fromHere } from '../session.ts'

/** Checks a package. It opens no store: a package is checked on machines that have none, or while it is in use. */
export async function verifyCommand(t: Translate, path: string, schemas?: string): Promise<Answer> {
  const report = await verifyFile(fromHere(path), schemas === undefined ? undefined : fromHere(schemas))
  const verdict = report.valid ? t('publish.valid', { count: report.files.length }) : t('publish.invalid')
  const problems = report.problems.map(({ code, path: where }) =>
    where === '' ? t(`publish.problem-${code}`) : `${t(`publish.problem-${code}`)}\t${where}`,
  )
  return {
    value: report,
    lines: [...report.files.map((file) => `${t(`publish.file-${file.status}`)}\t${file.path}`), verdict, ...problems],
    isNo: !report.valid,
  }
}
