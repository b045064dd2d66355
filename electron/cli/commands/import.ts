import { readSource } from '#electron/service/source-file.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'
import { fromHere } from '../session.ts'
import { actorOf } from './actor.ts'

/** Makes a draft out of a text file, with the roles that Midad recognises and nobody has corrected. */
export async function importCommand(session: Session, path: string): Promise<Answer> {
  const { lines, section, warnings } = await session.call('import.recognise', readSource(fromHere(path)))
  const { id } = await session.call('import.accept', { lines, section, actor: await actorOf(session, undefined) })
  return {
    value: { id, warnings },
    lines: [session.t('cli.imported', { id }), ...warnings.map((warning) => session.t(`cli.warning-${warning}`))],
  }
}
