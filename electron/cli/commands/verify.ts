import type { Translate } from '#core/locale/translate.ts'
import { schemasFolder } from '#electron/files/verify-package/schemas.ts'
import { parse } from '#electron/service/parsing/parse.ts'
import type { Answer } from '../output.ts'
import { fromHere } from '../session.ts'

/** Verifies a package. It opens no store, so it also works on machines without one, or while the store is in use. */
export async function verifyCommand(t: Translate, path: string, schemas?: string): Promise<Answer> {
  const report = await parse('package in a file', {
    path: fromHere(path),
    schemas: schemas === undefined ? schemasFolder(process.env) : fromHere(schemas),
  })
  const verdict = report.valid ? t('publish.valid', { count: report.files.length }) : t('publish.invalid')
  const problems = report.problems.map(({ code, path: where }) =>
    where === '' ? t(`publish.problem-${code}`) : `${t(`publish.problem-${code}`)}\t${where}`,
  )
  const { signer } = report
  // There is no store here, and so nobody is known.
  const signed =
    signer === null
      ? [t('publish.unsigned')]
      : [t('publish.signed-unknown', { name: signer.name }), `${t('publish.fingerprint')}\t${signer.fingerprint}`]
  return {
    value: report,
    lines: [
      ...report.files.map((file) => `${t(`publish.file-${file.status}`)}\t${file.path}`),
      ...[verdict, ...problems, ...(report.valid ? signed : [])],
    ],
    isNo: !report.valid,
  }
}
